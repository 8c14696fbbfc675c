using Telenovela.Bot.Contributions.Checks;
using Telenovela.Bot.Contributions.Checks.Comparison;
using Telenovela.Bot.Contributions.Checks.Duplicates;
using Telenovela.Bot.Contributions.Checks.Flooding;
using Telenovela.Corpus.Dataset;
using Telenovela.Corpus.Scripts;

namespace Telenovela.Tests.Contributions.Checks;

/// <summary>The project's own corpus is what good lines look like.</summary>
public sealed class WholeCorpusTests
{
    private static readonly Type[] Comparing = [typeof(CorpusRule), typeof(DuplicateRule), typeof(RepeatedLineRule), typeof(PendingRule)];

    [Fact]
    public async Task Finds_Something_In_Fewer_Than_One_Line_In_A_Thousand_When_Lines_Are_Good()
    {
        await using var checks = await ChecksUnderTest.OpenAsync(ChecksUnderTest.RepositoryCorpus, ("MostScriptLines", "20000"));
        var rules = checks.Get<IEnumerable<IContributionRule>>().Where(rule => !Comparing.Contains(rule.GetType())).ToList();
        var (count, found) = (0, new List<string>());
        foreach (var telenovela in CorpusFolder.Load(ChecksUnderTest.RepositoryCorpus, ChecksUnderTest.Stop).Telenovelas)
        {
            var lines = telenovela.Episodes.SelectMany(entry => entry.Episode.Scenes).SelectMany(scene => scene.Elements).OfType<ScriptLine>()
                .Select((line, at) => new DraftLine(at + 1, line.Speaker, line.ToSpeech())).ToList();
            var draft = new ContributionDraft(0, 1, telenovela.Title, telenovela.Language, null) { IsScript = true };
            count += lines.Count;
            foreach (var rule in rules)
            {
                var findings = await rule.CheckAsync(draft, lines, ChecksUnderTest.Stop);

                // The limit of 500 characters is a decision about contributions; the corpus has 64 longer monologues.
                found.AddRange(findings.Where(finding => finding.Issue.Code != "too-long").Select(finding => $"{finding.Issue.Code}: {(finding.Issue.Line == 0 ? "" : lines[finding.Issue.Line - 1].Text)}"));
            }
        }

        Assert.True(count > 5_000, $"Only {count} lines were read.");
        Assert.True(found.Count * 1_000 < count, $"{found.Count} of {count} lines:\n{string.Join('\n', found)}");
    }
}
