using Telenovela.Corpus.Dataset;

namespace Telenovela.Bot.Contributions.Checks.Wording;

/// <summary>Whether a line has a word that the bot or the server's administrators don't take, or a coarse one. Whole words only.</summary>
/// <param name="settings">The servers' own lists.</param>
public sealed class BlockedWordRule(GuildSettingsStore settings) : IContributionRule
{
    /// <inheritdoc/>
    /// <exception cref="Storage.Health.StoreUnavailableException">The server's list can't be read now.</exception>
    public async Task<IReadOnlyList<RuleFinding>> CheckAsync(ContributionDraft draft, IReadOnlyList<DraftLine> lines, CancellationToken cancellationToken)
    {
        var words = await settings.WordsAsync(draft.GuildId, FolderName.Code(draft.Language), cancellationToken).ConfigureAwait(false);
        var list = new WordList(words);
        var names = new[] { draft.Telenovela, draft.Arc }.OfType<string>().Select(name => new DraftLine(0, null, name));
        return
        [
            .. from line in names.Concat(lines)
               from word in list.FindIn(line.Revealed)
               select RuleFinding.Refuse(IssueCode.BlockedWord, line.Number, word),
            .. from line in lines
               from word in WordList.FindCoarseIn(line.Revealed).Take(1)
               select RuleFinding.Hint(IssueCode.CoarseWord, line.Number, word),
        ];
    }
}
