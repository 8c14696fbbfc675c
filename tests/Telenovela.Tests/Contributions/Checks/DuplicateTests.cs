using Telenovela.Bot.Contributions;
using Telenovela.Bot.Storage.Rows;

namespace Telenovela.Tests.Contributions.Checks;

public sealed class DuplicateTests
{
    private const string Given = "The notary swears that the child was exchanged in the storm.";

    [Theory]
    [InlineData(Given, "duplicate")]
    [InlineData("the NOTARY swears, that the child was exchanged: in the storm", "duplicate")]
    [InlineData("(weeping) The notary swears that the child (beat) was exchanged in the storm.", "duplicate")]
    [InlineData("The notary swears that the child was exchanged in a storm.", "near-duplicate")]
    [InlineData("Oh, the notary swears that the child was exchanged in the storm!", "near-duplicate")]
    [InlineData("The notary swears to me that a child was exchanged in the great storm.", "like-contribution?")]
    [InlineData("The notary says the child drowned, and nobody weeps.")]
    public async Task Compares_With_Contributions_When_A_Line_Comes(string text, params string[] expected)
    {
        await using var checks = await ChecksUnderTest.OpenAsync();
        await checks.GiveAsync("Somebody has eaten my soup.", Given);

        Assert.Equal(expected, await checks.CodesAsync(text));
    }

    [Theory]
    [InlineData("No!")]
    [InlineData("My love.")]
    public async Task Takes_An_Interjection_Again_When_Others_Said_It(string text)
    {
        await using var checks = await ChecksUnderTest.OpenAsync();
        await checks.GiveAsync(text);

        Assert.Empty(await checks.CodesAsync(text));
    }

    [Fact]
    public async Task Gives_Another_Chance_When_A_Line_Was_Rejected()
    {
        await using var checks = await ChecksUnderTest.OpenAsync();
        var id = (await checks.GiveAsync("The notary swears that teh child was exchanged in the storm."))[0];
        await checks.Get<ReviewQueue>().DecideAsync(new Decision(id, ChecksUnderTest.Guild, 500, ModerationKind.Rejected), ChecksUnderTest.Stop);

        Assert.Equal(["like-contribution?"], await checks.CodesAsync(Given));
    }

    [Theory]
    [InlineData(ChecksUnderTest.CorpusLine, "in-corpus")]
    [InlineData("I buried your letters under the lighthouse and the tide has brought back each one of them.", "nearly-in-corpus")]
    [InlineData("Listen: the tide has brought back every one of them, so be quiet!", "corpus-overlap")]
    [InlineData("I dreamed the house was empty and the lamps were lit, and I swear to you the tide has brought back every one of them, shoes and all, to the kitchen.", "shared-words?")]
    [InlineData("What do you want from me?", "in-corpus")]
    [InlineData("What do you want of her?")]
    [InlineData("No!")]
    public async Task Compares_With_The_Corpus_When_A_Line_Comes(string text, params string[] expected)
    {
        await using var checks = await ChecksUnderTest.OpenAsync();

        Assert.Equal(expected, await checks.CodesAsync(text));
    }

    [Theory]
    [InlineData("VERA: You have betrayed me!\nTOMÁS: You have betrayed me!", "repeated")]
    [InlineData("VERA: Never!\nTOMÁS: Ever?\nVERA: never", "repeated")]
    [InlineData("VERA: You have betrayed me for a bag of gold!\nTOMÁS: You have betrayed me for the bag of gold!", "repeated")]
    [InlineData("VERA: Never!\nTOMÁS: Never!")]
    public async Task Compares_Lines_With_Each_Other_When_Several_Come(string text, params string[] expected)
    {
        await using var checks = await ChecksUnderTest.OpenAsync();

        Assert.Equal(expected, await checks.CodesAsync(text, null));
    }

    [Fact]
    public async Task Never_Shows_Or_Keeps_Other_Peoples_Words_When_Lines_Are_Alike()
    {
        await using var checks = await ChecksUnderTest.OpenAsync();
        await checks.GiveAsync(Given);

        foreach (var text in new[] { Given, "The notary swears that the child was exchanged in a storm.", "The notary swears to me that a child was exchanged in the great storm." })
        {
            var result = await checks.CheckAsync(text);
            Assert.DoesNotContain(result.Problems.Concat(result.Hints).SelectMany(issue => issue.Arguments), argument => argument is string);
        }
    }
}
