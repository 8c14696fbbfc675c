using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Telenovela.Discord;

namespace Telenovela.Tests.Discord;

public sealed class DiscordOptionsTests
{
    private const string Portal = "the Developer Portal (https://discord.com/developers/applications) > your application";

    private static readonly string Key = new('a', 64);

    [Fact]
    public void Is_Content_When_Nothing_Is_Set()
    {
        var options = Options(("ApplicationId", ""), ("PublicKey", ""), ("Token", ""));

        Assert.Equal("https://discord.com/api/v10/", options.ApiBaseUrl);
        Assert.Equal("https://telenovela.invalid/", options.ContactUrl);
    }

    [Fact]
    public void Names_The_Key_And_Where_To_Find_It_When_The_Public_Key_Is_Wrong()
    {
        var failure = Assert.Throws<OptionsValidationException>(() => Options(("ApplicationId", "1"), ("PublicKey", "abc")));

        Assert.Equal(
            "DataAnnotation validation failed for 'DiscordOptions' members: 'PublicKey' with the error: " +
            "'Discord:PublicKey must be 64 hexadecimal digits (0-9, a-f). Copy it from " + Portal + " > General Information > Public Key.'.",
            failure.Message);
    }

    [Theory]
    [InlineData("ApplicationId", "my bot", "Discord:ApplicationId must be a number of up to 20 digits. Copy it from " + Portal + " > General Information > Application ID.")]
    [InlineData("ApplicationId", "99999999999999999999", "Discord:ApplicationId is too large a number. Copy it from " + Portal + " > General Information > Application ID.")]
    [InlineData("ApplicationId", "", "Discord:ApplicationId is missing although Discord:PublicKey is set. Copy it from " + Portal + " > General Information > Application ID.")]
    [InlineData("Token", "Bot abc", "Discord:Token must be one word, without \"Bot\" before it. Get it from " + Portal + " > Bot > Reset Token, and keep it secret.")]
    [InlineData("ApiBaseUrl", "discord.com", "Discord:ApiBaseUrl must be a web address. Unless you test against something else, it is https://discord.com/api/v10/.")]
    [InlineData("ApiBaseUrl", "", "Discord:ApiBaseUrl is missing. Unless you test against something else, it is https://discord.com/api/v10/.")]
    [InlineData("ApiBaseUrl", "http://[", "Discord:ApiBaseUrl must be a web address, as https://discord.com/api/v10/ is.")]
    [InlineData("ContactUrl", "me (at home)", "Discord:ContactUrl must be a web address without parentheses. It tells Discord whose bot is calling: the address of a page about your bot.")]
    public void Says_What_To_Do_When_One_Setting_Is_Wrong(string name, string value, string words)
    {
        var failure = Assert.Throws<OptionsValidationException>(() => Options(
            [.. new[] { ("ApplicationId", "1"), ("PublicKey", Key) }.Where(setting => setting.Item1 != name), (name, value)]));

        Assert.Contains(words, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Never_Repeats_The_Token_When_It_Is_Wrong()
    {
        var failure = Assert.Throws<OptionsValidationException>(() => Options(("ApplicationId", "1"), ("Token", "Bot very-secret")));

        Assert.DoesNotContain("very-secret", $"{failure}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stops_The_Start_When_A_Setting_Is_Wrong() =>
        Assert.Contains("Discord:PublicKey", (await Assert.ThrowsAsync<OptionsValidationException>(() =>
            DiscordHost.StartAsync(change: settings => settings["Discord:PublicKey"] = "xyz"))).Message, StringComparison.Ordinal);

    private static DiscordOptions Options(params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"Discord:{setting.Name}", (string?)setting.Value)))
            .Build();
        using var services = new ServiceCollection().AddLogging().AddDiscord(configuration).BuildServiceProvider();
        return services.GetRequiredService<IOptions<DiscordOptions>>().Value;
    }
}
