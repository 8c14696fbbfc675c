using Telenovela.Bot.Contributions;
using Telenovela.Bot.Contributions.Checks.Wording;

namespace Telenovela.Tests.Contributions.Checks;

public sealed class WordingTests
{
    [Theory]
    [InlineData("You scoundrel, you!", "scoundrel")]
    [InlineData("You SCOUNDREL!", "SCOUNDREL")]
    [InlineData("You sc0undr3l, you!", "sc0undr3l")]
    [InlineData("You $coundre1, you!", "$coundre1")]
    [InlineData("You scoooooundrel, you!", "scoooooundrel")]
    [InlineData("You s c o u n d r e l, you!", "s c o u n d r e l")]
    [InlineData("You s.c.o.u.n.d.r.e.l, you!", "s c o u n d r e l")]
    [InlineData("You ѕсoundrel, you!", "scoundrel")]
    [InlineData("You ｓｃｏｕｎｄｒｅｌ, you!", "scoundrel")]
    [InlineData("You scóundrél, you!", "scóundrél")]
    [InlineData("Son of a sea snake!", "son of a sea snake")]
    [InlineData("You xqzblockedword, you!", "xqzblockedword")]
    [InlineData("You xqzbl0ck3dw0rd, you!", "xqzbl0ck3dw0rd")]
    public async Task Refuses_A_Word_When_It_Is_On_A_List(string text, string word)
    {
        await using var checks = await ChecksUnderTest.OpenAsync();
        await checks.Get<GuildSettingsStore>().AddWordsAsync(ChecksUnderTest.Guild, "en", ["Scoundrel", "son of a sea snake", "ano", "col"], ChecksUnderTest.Stop);

        var issue = Assert.Single((await checks.CheckAsync(text)).Problems, problem => problem.Code == "blocked-word");

        Assert.Equal(word, issue.Arguments[0]);
    }

    [Theory]
    [InlineData("You scoundrels, all of you!")]
    [InlineData("Every año the piano comes, cool as the sea.")]
    [InlineData("The son of a snake of the sea is near.")]
    [InlineData("In 1984 there were 300 of us.")]
    [InlineData("He'll know where we'll go, and she'd wait.")]
    public async Task Takes_A_Line_When_A_Word_Only_Resembles_One_On_A_List(string text)
    {
        await using var checks = await ChecksUnderTest.OpenAsync();
        var settings = checks.Get<GuildSettingsStore>();
        await settings.AddWordsAsync(
            ChecksUnderTest.Guild, "en", ["Scoundrel", "son of a sea snake", "ano", "col", "hell", "well", "shed"], ChecksUnderTest.Stop);
        await settings.AddWordsAsync(ChecksUnderTest.Guild, "es", ["sea"], ChecksUnderTest.Stop);
        await settings.AddWordsAsync(ChecksUnderTest.Guild + 1, "en", ["every", "the"], ChecksUnderTest.Stop);

        Assert.Empty((await checks.CheckAsync(text)).Problems);
    }

    [Theory]
    [InlineData("Go to hell", "en", true)]
    [InlineData("Go to HELL", "en", true)]
    [InlineData("Go to h3ll", "en", true)]
    [InlineData("Go to héll", "en", true)]
    [InlineData("Go to heeell", "en", true)]
    [InlineData("Go to h e l l", "en", true)]
    [InlineData("Go to \"hell", "en", true)]
    [InlineData("This is hell's", "en", true)]
    [InlineData("Go to hello", "en", false)]
    [InlineData("You and he'll", "en", false)]
    [InlineData("Hell is here", "en", false)]
    [InlineData("Go to hell", "es", false)]
    [InlineData("Son of a sea snake", "en", true)]
    [InlineData("Son of a seasnake", "en", false)]
    [InlineData("You xqzblockedword", "en", true)]
    [InlineData("¡Vete al infierno", "es", true)]
    public void Knows_A_Text_That_Ends_In_An_Unwanted_Word(string text, string language, bool expected)
    {
        var lists = new Dictionary<string, IReadOnlyList<string>> { ["en"] = ["hell", "son of a sea snake"], ["es"] = ["infierno"] };
        var words = new UnwantedWords(lists);

        Assert.Equal(expected, words.EndsIn(text, language));
        Assert.Equal(expected, words.EndsIn(text, language));
    }

    [Fact]
    public async Task Lets_A_Character_Say_A_Coarse_Word_That_The_Bot_Does_Not_Write()
    {
        const string Coarse = "bull" + "shit";
        await using var checks = await ChecksUnderTest.OpenAsync();

        var taken = await checks.CheckAsync($"That is {Coarse}, and the whole town knows it.");
        Assert.Empty(taken.Problems);
        Assert.Equal(("coarse-word", Coarse), (Assert.Single(taken.Hints).Code, taken.Hints[0].Arguments[0]));
        Assert.True(UnwantedWords.Shipped().EndsIn($"That is {Coarse}", "en"));
    }

    [Fact]
    public async Task Refuses_A_Name_When_It_Has_A_Word_On_A_List()
    {
        await using var checks = await ChecksUnderTest.OpenAsync();

        Assert.Equal(["blocked-word"], await checks.CodesAsync("I am innocent, I swear it.", "XQZBLOCKEDWORD"));
        Assert.Equal("blocked-word", Assert.Single((await checks.CheckAsync("I am innocent, I swear it.", telenovela: "The xqzblockedword")).Problems).Code);
    }
}
