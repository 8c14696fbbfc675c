using System.Globalization;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Contributions.Checks;
using Telenovela.Bot.Contributions.Checks.Comparison;
using Telenovela.Bot.Contributions.Checks.Languages;
using Telenovela.Bot.Storage.Rows;
using Telenovela.Corpus.Dataset;
using Telenovela.Corpus.Scripts;
using Telenovela.Story.Writing;

namespace Telenovela.Bot.Commands.Contribute;

/// <summary>
/// The language of lines where nobody says it: the telenovela's, else that of the words where they are surely in one, else that of the
/// telenovela whose cast speaks, else the only one that the server takes, else the person's.
/// </summary>
public sealed class ContributionLanguage(IScriptWriter writer, ContributionStore store, ComparisonCorpusSource source)
{
    /// <summary>Finds it.</summary>
    /// <param name="chosen">The server's settings.</param>
    /// <param name="telenovela">Id or title, existing or new.</param>
    /// <param name="lines">The lines.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>ISO 639-1.</returns>
    public async Task<string> OfAsync(
        GuildSettings chosen, string telenovela, IReadOnlyList<DraftLine> lines, CancellationToken cancellationToken)
    {
        var typed = PlainText.Clean(telenovela);
        return writer.Telenovelas.FirstOrDefault(known => IsSame(known.Id, typed) || IsSame(known.Title, typed))?.Language
            ?? await store.FindLanguageAsync(chosen.GuildId, FolderName.Of(typed), cancellationToken).ConfigureAwait(false)
            ?? await OfWordsAsync(lines, cancellationToken).ConfigureAwait(false)
            ?? OfSpeakers(lines)
            ?? (chosen.Languages is [var only] ? only : null)
            ?? ContributionForm.Languages.FirstOrDefault(code => code == CultureInfo.CurrentUICulture.TwoLetterISOLanguageName)
            ?? ContributionForm.Languages[0];
    }

    private static bool IsSame(string name, string typed) => CultureInfo.InvariantCulture.CompareInfo.Compare(
        name, typed, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) == 0;

    private async Task<string?> OfWordsAsync(IReadOnlyList<DraftLine> lines, CancellationToken cancellationToken)
    {
        var detector = (await source.GetAsync(cancellationToken).ConfigureAwait(false)).Languages;
        var verdict = detector.Judge(string.Join('\n', lines.Select(line => SpokenText.Split(line.Text).Text)));
        return verdict is { Words: >= LanguageVerdict.FewestWords, Evidence: >= LanguageVerdict.Enough } ? verdict.Language : null;
    }

    private string? OfSpeakers(IReadOnlyList<DraftLine> lines)
    {
        var names = lines.Select(line => line.Character?.ToUpperInvariant()).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var languages = writer.Telenovelas.Where(telenovela => telenovela.Cast.Any(names.Contains))
            .Select(telenovela => telenovela.Language).Distinct().ToList();
        return languages is [var only] ? only : null;
    }
}
