namespace Telenovela.Tests.Contributions.Checks;

public sealed class ContentRuleTests
{
    [Theory]
    [InlineData("Look at https://example.com, my love.", "link")]
    [InlineData("Look at www.example.com, my love.", "link")]
    [InlineData("Find me at example.com tonight.", "link")]
    [InlineData("Find me at example [dot] com tonight.", "link")]
    [InlineData("Find me at exаmple.cоm tonight.", "link")]
    [InlineData("Find me at ex\u00adample.com tonight.", "invisible-character", "link")]
    [InlineData("Come to discord.gg/amor tonight.", "invite")]
    [InlineData("Come to discord (dot) gg/amor tonight.", "invite")]
    [InlineData("Come to ｄｉｓｃｏｒｄ．ｇｇ／amor tonight.", "invite")]
    [InlineData("Tell <@123456789012345678> the truth.", "mention")]
    [InlineData("Tell @everyone the truth.", "mention")]
    [InlineData("Tell @ here the truth.", "mention")]
    [InlineData("See <#123456789012345678> for it.", "mention")]
    [InlineData("A rose <:rosa:123456789012345678> for you.", "custom-emoji")]
    [InlineData("A rose <a:rosa:123456789012345678> for you.", "custom-emoji")]
    [InlineData("You are \u202etsael ta\u202c a liar.", "bidirectional-control")]
    [InlineData("You are \u2067a liar\u2069 to me.", "bidirectional-control")]
    [InlineData("You are a li\u200bar to me.", "invisible-character")]
    [InlineData("You are a l\u0300\u0301\u0302\u0303\u0304iar to me.", "piled-marks")]
    [InlineData("Write to ana.lopez@example.org at once.", "email-address")]
    [InlineData("Escribe a ana arroba ejemplo punto com ya mismo.", "link", "email-address")]
    [InlineData("Call me: +52 55 1234 5678, my love.", "phone-number")]
    [InlineData("My number is 612 345 678 and I wait.", "phone-number")]
    [InlineData("Call 5512345678 before midnight.", "phone-number")]
    [InlineData("Pay with 4111 1111 1111 1111, darling.", "card-number")]
    [InlineData("His papers say 12345678Z, look here.", "identity-number")]
    [InlineData("Wire it to ES91 2100 0418 4502 0005 1332 today.", "identity-number")]
    [InlineData("Follow me, I am @vera_official now.", "social-handle")]
    [InlineData("My instagram: vera_official, write to me.", "social-handle")]
    [InlineData("He lives in Calle de la Luna 14, 28004 Madrid.", "street-address")]
    [InlineData("She waits at 12 Maple Grove Street tonight.", "street-address?")]
    public async Task Says_What_It_Found_When_A_Line_Has_What_It_Must_Not(string text, params string[] expected)
    {
        await using var checks = await ChecksUnderTest.OpenAsync();

        Assert.Equal(expected, await checks.CodesAsync(text, "VERA", "fr"));
    }

    [Theory]
    [InlineData("In 1987 I was 23, and it was 3:45 in the morning of 12/05/1987.")]
    [InlineData("You owe me $1,250,000.00, and the interest since 1999.")]
    [InlineData("Me debes 3.500.000 pesos desde el 14 de mayo de 1975.")]
    [InlineData("Call 555-0143. It is only a story.")]
    [InlineData("Room 1408, tenth floor, at 10.30 sharp.")]
    [InlineData("Mr.Ortiz! No.Me neither. Wait...what?")]
    [InlineData("Look at Maria. Me, I would run.")]
    [InlineData("Este punto es de la Ramona, y punto.")]
    [InlineData("Meet me @ midnight, my love.")]
    [InlineData("The score was 3-2-1, she said 100 % sure, 7 to 1.")]
    [InlineData("La calle está vacía y son las 12.")]
    [InlineData("A family: 👨\u200d👩\u200d👧, with all my heart ❤️.")]
    [InlineData("Ñandú, pingüino, garçon, Việt Nam, naïveté.")]
    [InlineData("In discord we were born, and in discord we die.")]
    [InlineData("He said: <never>, and I said: # one.")]
    public async Task Finds_Nothing_When_A_Line_Only_Looks_Like_It(string text)
    {
        await using var checks = await ChecksUnderTest.OpenAsync();

        Assert.Empty(await checks.CodesAsync(text, "VERA", "fr"));
    }

    [Theory]
    [InlineData("discord.gg/amor", null, "invite")]
    [InlineData("High Tide", "<@123456789012345678>", "mention")]
    [InlineData("High\u202e Tide", null, "bidirectional-control")]
    public async Task Looks_At_Names_Too_When_A_Telenovela_Or_An_Arc_Is_Named(string telenovela, string? arc, string expected)
    {
        await using var checks = await ChecksUnderTest.OpenAsync();

        var result = await checks.CheckAsync(
            ChecksUnderTest.Draft() with { Telenovela = telenovela, Arc = arc }, "The tide is coming in tonight.");

        var issue = Assert.Single(result.Problems);
        Assert.Equal((expected, 0), (issue.Code, issue.Line));
    }

    [Fact]
    public async Task Looks_At_The_Speaker_Too_When_A_Line_Is_Named()
    {
        await using var checks = await ChecksUnderTest.OpenAsync();

        Assert.Equal(["invite"], await checks.CodesAsync("The tide is coming in tonight.", "discord.gg/amor"));
    }
}
