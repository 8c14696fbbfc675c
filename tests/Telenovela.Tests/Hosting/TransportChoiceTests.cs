using Telenovela.Cli;
using Telenovela.Hosting;

namespace Telenovela.Tests.Hosting;

public sealed class TransportChoiceTests
{
    [Theory]
    [InlineData("token", "key", true, "Gateway")]
    [InlineData("token", null, true, "Gateway")]
    [InlineData("token", "key", false, "Http")]
    [InlineData(null, "key", true, "Http")]
    [InlineData("", "key", false, "Http")]
    [InlineData(null, null, true, "Playground")]
    [InlineData("", "", false, "Playground")]
    public void Follows_From_What_Is_Configured(string? token, string? publicKey, bool hasGateway, string expected) =>
        Assert.Equal(expected, TransportChoice.Choose(token, publicKey, hasGateway).ToString());

    [Fact]
    public void Names_Both_Ways_Out_When_There_Is_A_Token_But_No_Gateway()
    {
        var failure = Assert.Throws<FailureException>(() => TransportChoice.Choose("token", null, hasGateway: false));

        Assert.Contains("-p:DiscordNet=true", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Discord:PublicKey", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("“token”", failure.Message, StringComparison.Ordinal);
    }
}
