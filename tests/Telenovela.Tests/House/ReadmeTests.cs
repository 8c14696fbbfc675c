using System.Globalization;
using System.Reflection;
using Telenovela.Corpus.Checks;
using Telenovela.Corpus.Dataset;
using Telenovela.Tests.Bot;

namespace Telenovela.Tests.House;

/// <summary>The figures in the README are those of the corpus that lies beside it.</summary>
public sealed class ReadmeTests
{
    private static readonly string Root = typeof(ReadmeTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(data => data.Key == "RepositoryRoot").Value!;

    private static readonly Lazy<CheckReport> Shipped = new(() => new CorpusCheck().Run(CorpusFolder.Load(Path.Combine(Root, "corpus"))));

    [Fact]
    public void Has_No_Problems_When_The_Shipped_Corpus_Is_Checked() =>
        Assert.Empty(Shipped.Value.Problems.Concat(Shipped.Value.Telenovelas.SelectMany(telenovela => telenovela.Problems)));

    [Fact]
    public void Tells_The_Corpus_At_A_Glance_When_Its_Table_Is_Compared()
    {
        var rows = File.ReadLines(Path.Combine(Root, "README.md"))
            .Where(line => line.StartsWith("| [", StringComparison.Ordinal) && line.Contains("(corpus/", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Select(cells => (Title: cells[1][1..cells[1].IndexOf(']', StringComparison.Ordinal)], Episodes: cells[3], Characters: cells[4], Speakers: cells[5], Arcs: cells[6]));

        Assert.Equal(
            Shipped.Value.Telenovelas.Select(check => (
                check.Title,
                Number(check.Episodes),
                Number(check.Characters),
                Number(check.Speakers.Count),
                string.Join(", ", check.Arcs.Keys.Take(5)))).Order(),
            rows.Select(row => (row.Title, row.Episodes, row.Characters, row.Speakers, row.Arcs.Replace(" ", "-", StringComparison.Ordinal).Replace(",-", ", ", StringComparison.Ordinal))).Order());
    }

    [Fact]
    public async Task Says_The_Same_About_Data_As_About_And_Privacy()
    {
        await using var bot = await BotUnderTest.StartAsync();
        var privacy = (await bot.AnswerAsync(bot.Command("telenovela privacy"))).Embeds.Single().Fields;
        var about = (await bot.AnswerAsync(bot.Command("telenovela about"))).Embeds.Single().Fields;
        var readme = Words(await File.ReadAllTextAsync(Path.Combine(Root, "README.md"), TestContext.Current.CancellationToken));

        Assert.True(privacy.Count > 4);
        Assert.All(privacy, part => Assert.Contains(part, about));
        Assert.All(privacy, part => Assert.Contains($"**{part.Name}.** {Words(part.Value)}", readme, StringComparison.Ordinal));
    }

    private static string Words(string text) => string.Join(' ', text.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
