using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Discord.Registration;
using Telenovela.Discord.Rest;
using Telenovela.Tests.Loopback;

namespace Telenovela.Tests.Discord;

/// <summary>An interaction's token lets anybody speak as the bot for 15 minutes, and it stands in addresses, which are readily logged.</summary>
public sealed class SecretsInLogsTests
{
    private static readonly MessageReply Message = new() { Content = "hola" };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Never_Shows_A_Token_When_Everything_Is_Logged()
    {
        await using var host = await DiscordHost.StartAsync(new HurryingClock());
        var discord = host.Discord;
        discord.Script(LoopbackCallKind.Edit, LoopbackFault.NotYet, LoopbackFault.Limited(1), LoopbackFault.Broken, LoopbackFault.Cut, LoopbackFault.Refused);
        discord.Script(LoopbackCallKind.Delete, LoopbackFault.Limited(1, global: true), new LoopbackFault { Status = 403 });
        discord.Script(LoopbackCallKind.FollowUp, new LoopbackFault { Status = 403 });
        var failures = new List<Exception>();
        host.Processor.Work = WorkAsync;

        await discord.SendAsync(host.Client, Payloads.Command("telenovela generate"), Cancellation);
        await host.Processor.FinishAsync(Cancellation);
        host.Processor.Work = (_, _) => Task.CompletedTask;
        await discord.SendAsync(host.Client, Payloads.Modal("m"), Cancellation);
        await discord.SendAsync(host.Client, Malformed(), Cancellation);
        var registrar = host.Services.GetRequiredService<CommandRegistrar>();
        await registrar.RegisterAsync(null, dryRun: false, Cancellation);
        discord.Script(LoopbackCallKind.GetCommands, new LoopbackFault { Status = 400, Body = "no JSON" }, LoopbackFault.Refused);
        await CollectAsync(() => registrar.RegisterAsync(null, dryRun: true, Cancellation));
        await CollectAsync(() => registrar.RegisterAsync(null, dryRun: true, Cancellation));
        await CollectAsync(() => registrar.RegisterAsync(null, dryRun: true, Cancellation));

        // The run has to have been a full one, or it would prove little.
        Assert.Equal(6, failures.Count);
        Assert.Contains(host.Logs.Lines, line => line.StartsWith("Trace", StringComparison.Ordinal));
        Assert.Contains(host.Logs.Lines, line => line.Contains("PATCH webhooks/{application}/{token}/messages/@original: 200", StringComparison.Ordinal));
        var everything = string.Join('\n', host.Logs.Lines.Concat(failures.Select(failure => failure.ToString())).Concat(host.Processor.Accepted.Select(interaction => interaction.ToString())));
        Assert.DoesNotContain("interaction-secret", everything, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("bot-secret", everything, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Uri.EscapeDataString(LoopbackDiscord.BotToken), everything, StringComparison.OrdinalIgnoreCase);

        async Task WorkAsync(Interaction interaction, IReplyChannel channel)
        {
            await CollectAsync(() => channel.EditOriginalAsync(interaction, Message, Cancellation));
            await channel.EditOriginalAsync(interaction, Message, Cancellation);
            await CollectAsync(() => channel.FollowUpAsync(interaction, Message, Cancellation));
            await channel.ReplaceByPrivateAsync(interaction, Message, Cancellation);
            await CollectAsync(() => host.Services.GetRequiredService<DiscordRestClient>().PostCallbackAsync(interaction, Message, Cancellation));
        }

        async Task CollectAsync(Func<Task> action)
        {
            try
            {
                await action();
            }
            catch (Exception failure) when (failure is DiscordRequestException or DiscordUnauthorizedException)
            {
                failures.Add(failure);
            }
        }
    }

    [Fact]
    public async Task Never_Shows_A_Token_When_Nobody_Listens()
    {
        await using var host = await DiscordHost.StartAsync(new HurryingClock(), settings => settings["Discord:ApiBaseUrl"] = "http://127.0.0.1:9/");
        var interaction = Telenovela.Discord.Wire.InteractionParser.Parse(Encoding.UTF8.GetBytes(Payloads.Command("c").ToJsonString())).Interaction!;
        var client = host.Services.GetRequiredService<DiscordRestClient>();

        var edit = await Assert.ThrowsAsync<DiscordRequestException>(() => client.EditOriginalAsync(interaction, Message, Cancellation));
        var commands = await Assert.ThrowsAsync<DiscordRequestException>(() => client.GetCommandsAsync(null, Cancellation));

        var everything = string.Join('\n', [.. host.Logs.Lines, $"{edit}", $"{commands}"]);
        Assert.DoesNotContain("interaction-secret", everything, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("bot-secret", everything, StringComparison.OrdinalIgnoreCase);
    }

    private static System.Text.Json.Nodes.JsonObject Malformed()
    {
        var json = Payloads.Command("c");
        json["data"] = 5;
        return json;
    }
}
