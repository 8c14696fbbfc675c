using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using CsCheck;
using Telenovela.Bot.Contributions.Checks;
using Telenovela.Bot.Resources;
using Telenovela.Tests.Bot.Markdown;

namespace Telenovela.Tests.Contributions.Checks;

public sealed class IssueTextTests
{
    private static readonly ResourceManager Texts = new(typeof(BotText));

    public static TheoryData<IssueCode, string> Codes => new(Enum.GetValues<IssueCode>().SelectMany(code => new[] { "", "es" }.Select(language => (code, language))));

    [Theory]
    [MemberData(nameof(Codes))]
    public void Says_What_To_Change_When_Anything_Is_Found(IssueCode code, string language)
    {
        var issue = ContributionIssue.Of(code, 1);

        var text = Texts.GetResourceSet(CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false)!.GetString(issue.Key);

        Assert.False(string.IsNullOrWhiteSpace(text), $"{issue.Key} is missing in “{language}”.");
        Assert.EndsWith(".", text, StringComparison.Ordinal);
        Assert.Matches("^[a-z]+(-[a-z]+)*$", issue.Code);
    }

    [Fact]
    public async Task Quotes_Harmlessly_When_What_Was_Typed_Is_Hostile()
    {
        await using var checks = await ChecksUnderTest.OpenAsync();
        foreach (var hostile in HostileTexts.All)
        {
            foreach (var code in new[] { IssueCode.Link, IssueCode.NoSpeaker, IssueCode.NearlyInCorpus })
            {
                var said = checks.Text.Say(ContributionIssue.Of(code, 3, hostile, hostile));
                Assert.Empty(LiveText.InMarkdown(Regex.Replace(said, "`NAME: words`", "")));
                Assert.True(said.Length < 400);
            }
        }
    }

    [Fact]
    public async Task Says_A_Problem_For_Everything_When_Hostile_Texts_Are_Given()
    {
        await using var checks = await ChecksUnderTest.OpenAsync(null, ("BurstCharacters", "1000000"));
        foreach (var hostile in HostileTexts.All)
        {
            var result = await checks.CheckAsync(hostile);
            foreach (var issue in result.Problems.Concat(result.Hints))
            {
                Assert.Empty(LiveText.In(checks.Text.Say(issue)));
            }
        }
    }

    [Fact]
    public async Task Says_The_Line_When_There_Are_Several()
    {
        await using var checks = await ChecksUnderTest.OpenAsync();

        Assert.Equal("Line 2: Take out the link “example·com”: nobody in a telenovela clicks.", checks.Text.Say(ContributionIssue.Of(IssueCode.Link, 2, "example.com")));
        Assert.Equal("“High Tide” has a similar line.", checks.Text.SayHint(ContributionIssue.Of(IssueCode.LikeCorpus, 2, "High Tide").ToHint()));
        Assert.Equal("`old·com`", checks.Text.SayHint("old.com"));
    }

    [Fact]
    public void Reads_A_Hint_Back_When_It_Was_Kept() => Gen.Select(Gen.Int[0, Enum.GetValues<IssueCode>().Length - 1], Gen.String[Gen.Char[' ', '\ud7ff'], 0, 20], Gen.Long).Sample((code, words, number) =>
    {
        var issue = ContributionIssue.Of((IssueCode)code, 0, words, number);

        var read = ContributionIssue.FromHint(issue.ToHint());

        Assert.Equal((issue.Code, issue.Key), (read!.Code, read.Key));
        Assert.Equal([words, number], read.Arguments);
    });

    [Fact]
    public void Reads_Nothing_When_A_Hint_Is_Something_Else() => Gen.String.Sample(text =>
    {
        Assert.Null(ContributionIssue.FromHint(text));
        Assert.Null(ContributionIssue.FromHint("[\"" + text + "\"]"));
    });
}
