namespace Telenovela.Tests.Contributions.Checks;

public sealed class FloodTests
{
    [Theory]
    [InlineData("Nooooooooooooooooooooooooooooo!", "repetition")]
    [InlineData("no no no no no no no no no no no", "repetition")]
    [InlineData("go away go away go away go away go away go away go away go away go away", "repetition")]
    [InlineData("la la lo lo la lo la la lo lo lo la la lo lo la lo la la lo lo lo la la lo", "repetition")]
    [InlineData("aba baab abab aabb abba baba abab baab abba abaab babab aabab", "repetition")]
    [InlineData("I say asdfghjk to you.", "keyboard-mash")]
    [InlineData("I say poiuytre to you.", "keyboard-mash")]
    [InlineData("I say xkcdqwrtz to you.", "keyboard-mash")]
    [InlineData("I say asdasdasdasd to you.", "keyboard-mash")]
    [InlineData("I say dGhlIHRpZGUgaXMgY29taW5nIGlu7Q to you.", "keyboard-mash")]
    [InlineData("AAAAAA", "one-letter?")]
    [InlineData("Xxxxx, xxx!", "one-letter?")]
    [InlineData("THE TIDE IS COMING IN AND YOU WILL DROWN", "all-capitals?")]
    public async Task Finds_A_Flood_When_No_Hand_Wrote_It(string text, string expected)
    {
        await using var checks = await ChecksUnderTest.OpenAsync();

        Assert.Equal([expected], await checks.CodesAsync(text, "VERA", "fr"));
    }

    [Theory]
    [InlineData("Nooooooooo! No, no, no, no, no!")]
    [InlineData("Shhhhhhh! Brrrrrr, psst, tsk, hmmmm.")]
    [InlineData("Jajajajajaja! Ha ha ha ha ha! Buaaaaaah!")]
    [InlineData("Knightsbridge, rhythms, strengths, catchphrase, Hrdlička.")]
    [InlineData("Were we treated to a power poetry property?")]
    [InlineData("Otorrinolaringología, electroencefalografista.")]
    [InlineData("Aah! Ooo. Mmm.")]
    [InlineData("Go! GO! I TOLD YOU TO GO!")]
    [InlineData("Wait, wait... wait. Wait for me, wait!")]
    public async Task Finds_No_Flood_When_It_Is_Only_Drama(string text)
    {
        await using var checks = await ChecksUnderTest.OpenAsync();

        Assert.Empty(await checks.CodesAsync(text, "VERA", "fr"));
    }

    [Fact]
    public async Task Says_So_When_More_Would_Wait_Than_May()
    {
        await using var checks = await ChecksUnderTest.OpenAsync();
        await checks.GiveAsync([.. Enumerable.Range(0, 19).Select(at => $"{at} {new string((char)('a' + at), 8)}")]);

        Assert.Empty((await checks.CheckAsync("The tide is coming in.")).Problems);
        var issue = Assert.Single((await checks.CheckAsync("VERA: The tide is coming in.\nTOMÁS: Then we must swim.", null)).Problems);
        Assert.Equal("too-many-pending", issue.Code);
        Assert.Equal([19, 2, 20], issue.Arguments);
    }

    [Fact]
    public async Task Asks_For_Patience_When_More_Comes_Than_People_Type()
    {
        await using var checks = await ChecksUnderTest.OpenAsync(null, ("BurstCharacters", "100"), ("CharactersPerSecond", "10"));
        var first = "The tide that took my father has brought back the man who sold him, all wet.";
        var second = "And the notary stood on the pier with the testament under his umbrella.";

        Assert.Empty((await checks.CheckAsync(first)).Problems);
        Assert.Empty((await checks.CheckAsync(first)).Problems);
        var issue = Assert.Single((await checks.CheckAsync(second)).Problems);
        Assert.Equal("too-fast", issue.Code);
        checks.Clock.SetUtcNow(DateTimeOffset.FromUnixTimeSeconds((long)issue.Arguments[0]));
        Assert.Empty((await checks.CheckAsync(second)).Problems);
        Assert.Empty((await checks.CheckAsync(
            ChecksUnderTest.Draft() with { UserId = 77 }, "Who goes there, in the name of the law?")).Problems);
    }
}
