using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Telenovela.Bot.Commands.Definitions;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Discord.Registration;
using Telenovela.Tests.Loopback;

namespace Telenovela.Tests.Discord.Registration;

public sealed class CommandRegistrarTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null)]
    [InlineData(42ul)]
    public async Task Writes_Once_When_Nothing_Changes_After(ulong? guild)
    {
        await using var host = await DiscordHost.StartAsync();
        var registrar = host.Services.GetRequiredService<CommandRegistrar>();

        var first = await registrar.RegisterAsync(guild, dryRun: false, Cancellation);
        var second = await registrar.RegisterAsync(guild, dryRun: false, Cancellation);

        Assert.Equal(["telenovela", "moderate"], first.Added);
        Assert.True(first.Written);
        Assert.False(second.Differs);
        Assert.False(second.Written);
        Assert.Equal(["telenovela", "moderate"], second.Unchanged);
        Assert.Equal(first.Ids, second.Ids);
        Assert.Equal(2, second.Ids.Count);
        var put = host.Discord.Calls.Single(call => call.Kind == LoopbackCallKind.PutCommands);
        Assert.Equal(guild is null ? $"applications/{Payloads.ApplicationId}/commands" : $"applications/{Payloads.ApplicationId}/guilds/42/commands", put.Path);
    }

    [Fact]
    public async Task Writes_Nothing_When_It_Is_A_Dry_Run()
    {
        await using var host = await DiscordHost.StartAsync();

        var run = await host.Services.GetRequiredService<CommandRegistrar>().RegisterAsync(null, dryRun: true, Cancellation);

        Assert.Equal(["telenovela", "moderate"], run.Added);
        Assert.False(run.Written);
        Assert.DoesNotContain(host.Discord.Calls, call => call.Kind == LoopbackCallKind.PutCommands);
    }

    [Fact]
    public async Task Names_The_Difference_When_Commands_Changed()
    {
        await using var host = await DiscordHost.StartAsync();
        var registrar = host.Services.GetRequiredService<CommandRegistrar>();
        await registrar.RegisterAsync(null, dryRun: false, Cancellation);
        host.Catalog.Commands =
        [
            host.Catalog.Commands[0] with { Description = new("Everything", "Todo lo demás") },
            new CommandDefinition(new("new", "nuevo"), new("New", "Nuevo"), []),
        ];

        var run = await registrar.RegisterAsync(null, dryRun: false, Cancellation);

        Assert.Equal(["new"], run.Added);
        Assert.Equal(["telenovela"], run.Changed);
        Assert.Equal(["moderate"], run.Removed);
        Assert.Equal(["new", "telenovela"], run.Ids.Keys.Order());
    }

    public static TheoryData<Func<CommandDefinition, CommandDefinition>> Changes => new()
    {
        command => command with { DefaultMemberPermissions = 8 },
        command => command with { InDirectMessages = false },
        command => command with { Name = command.Name with { Spanish = "otra" } },
        command => WithFirst(command, option => option with { Required = false }),
        command => WithFirst(command, option => option with { Autocomplete = false }),
        command => WithFirst(command, option => option with { MaxLength = 81 }),
        command => WithFirst(command, option => option with { Description = new("Which one", "Cuál") }),
        command => WithFirst(command, option => option with { Autocomplete = false, Choices = [new Choice("a", "b")] }),
        command => command with { Options = [.. command.Options.Reverse()] },
    };

    [Theory]
    [MemberData(nameof(Changes), DisableDiscoveryEnumeration = true)]
    public async Task Notices_A_Change_When_It_Is_Small(Func<CommandDefinition, CommandDefinition> change)
    {
        await using var host = await DiscordHost.StartAsync();
        var registrar = host.Services.GetRequiredService<CommandRegistrar>();
        await registrar.RegisterAsync(null, dryRun: false, Cancellation);
        host.Catalog.Commands = [change(host.Catalog.Commands[0]), host.Catalog.Commands[1]];

        var run = await registrar.RegisterAsync(null, dryRun: true, Cancellation);

        Assert.Equal(["telenovela"], run.Changed);
    }

    [Fact]
    public async Task Has_Both_Spanish_Locales_When_It_Registers()
    {
        await using var host = await DiscordHost.StartAsync();

        await host.Services.GetRequiredService<CommandRegistrar>().RegisterAsync(null, dryRun: false, Cancellation);

        var commands = (JsonArray)host.Discord.Calls.Single(call => call.Kind == LoopbackCallKind.PutCommands).Json!;
        var generate = commands[0]!["options"]![0]!;
        Assert.Equal("""{"en-US":"generate","es-ES":"generar","es-419":"generar"}""", generate["name_localizations"]!.ToJsonString());
        Assert.Equal("Escribe líneas", (string?)generate["description_localizations"]!["es-419"]);
        Assert.Equal("[0,1,2]", commands[0]!["contexts"]!.ToJsonString());
        Assert.Equal("[0,1]", commands[0]!["integration_types"]!.ToJsonString());
        Assert.Null(commands[0]!["default_member_permissions"]);
        Assert.Equal("[0]", commands[1]!["contexts"]!.ToJsonString());
        Assert.Equal("8192", (string?)commands[1]!["default_member_permissions"]);
    }

    [Fact]
    public async Task Asks_Nobody_When_A_Command_Breaks_The_Rules()
    {
        await using var host = await DiscordHost.StartAsync();
        host.Catalog.Commands = [new CommandDefinition(new("Bad Name", "mal"), new("", "x"), [])];

        await Assert.ThrowsAsync<ArgumentException>(() => host.Services.GetRequiredService<CommandRegistrar>().RegisterAsync(null, dryRun: false, Cancellation));

        Assert.Empty(host.Discord.Calls);
    }

    private static CommandDefinition WithFirst(CommandDefinition command, Func<OptionDefinition, OptionDefinition> change)
    {
        var subcommand = command.Options[0];
        return command with { Options = [subcommand with { Options = [change(subcommand.Options[0]), .. subcommand.Options.Skip(1)] }, .. command.Options.Skip(1)] };
    }
}
