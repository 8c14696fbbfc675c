using Telenovela.Bot.Contributions.Checks.Comparison;
using Telenovela.Corpus.Dataset;
using Telenovela.Corpus.Scripts;

namespace Telenovela.Bot.Contributions.Checks.Languages;

/// <summary>Whether a line is surely in another language than the one that was chosen. Only English and Spanish are told apart.</summary>
/// <param name="source">What the languages are learned from.</param>
public sealed class LanguageRule(ComparisonCorpusSource source) : IContributionRule
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<RuleFinding>> CheckAsync(ContributionDraft draft, IReadOnlyList<DraftLine> lines, CancellationToken cancellationToken)
    {
        var language = FolderName.Code(draft.Language);
        if (!LanguageDetector.Languages.Contains(language))
        {
            return [];
        }

        var detector = (await source.GetAsync(cancellationToken).ConfigureAwait(false)).Languages;
        return
        [
            .. lines.Where(line => detector.Judge(SpokenText.Split(line.Text).Text).Contradicts(language))
                .Select(line => RuleFinding.Refuse(language == "en" ? IssueCode.LooksSpanish : IssueCode.LooksEnglish, line.Number)),
        ];
    }
}
