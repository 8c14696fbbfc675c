using System.Text.Json.Nodes;
using Telenovela.Bot.Commands.Definitions;
using Telenovela.Discord.Registration;
using Telenovela.Discord.Wire;
using Telenovela.Tests.Bot;
using Telenovela.Tests.Loopback;

namespace Telenovela.Tests.Discord.Registration;

/// <summary>The bot's own commands, as they are registered.</summary>
public sealed class BotCommandsTests
{
    [Fact]
    public async Task Keeps_Discords_Limits_When_All_Commands_Are_Gathered()
    {
        await using var bot = await BotUnderTest.StartAsync();

        CommandLimits.Validate(bot.Get<ICommandCatalog>().Commands);
    }

    [Fact]
    public async Task Fits_Discords_Schema_When_All_Commands_Are_Written()
    {
        Assert.SkipUnless(DiscordSchema.IsPresent, DiscordSchema.Absent);
        await using var bot = await BotUnderTest.StartAsync();

        Assert.All(CommandJson.Payload(bot.Get<ICommandCatalog>().Commands), command => Assert.Empty(DiscordSchema.Instance.Problems(command, "ApplicationCommandUpdateRequest")));
    }

    [Fact]
    public async Task Gathers_Subcommands_Into_Their_Group_When_Their_Names_Say_So()
    {
        await using var bot = await BotUnderTest.StartAsync();

        var admin = CommandJson.Payload(bot.Get<ICommandCatalog>().Commands).Single(command => (string)command!["name"]! == "telenovela-admin")!;

        Assert.Equal("32", (string)admin["default_member_permissions"]!);
        var retrain = Assert.Single(admin["options"]!.AsArray(), option => (string)option!["name"]! == "retrain")!;
        Assert.Equal(2, (int)retrain["type"]!);
        Assert.Equal("reentrenar", (string)retrain["name_localizations"]!["es-419"]!);
        Assert.Equal(["now", "status", "cancel", "rollback", "history"], retrain["options"]!.AsArray().Select(option => (string)option!["name"]!));
        Assert.All(retrain["options"]!.AsArray(), option => Assert.Equal(1, (int)option!["type"]!));
        Assert.DoesNotContain(admin["options"]!.AsArray(), option => (string)((JsonObject)option!)["name"]! == "now");
    }
}
