using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Discord.Wire;
using Telenovela.Playground.People;
using Telenovela.Playground.Sessions;
using Telenovela.Playground.Wire;

namespace Telenovela.Tests.Recorded;

/// <summary>Sends the recorded interactions the playground's way: the same parser and processor, and its own channel back.</summary>
internal static class PlaygroundTransport
{
    public static async Task<Dictionary<string, Transcript>> TranscribeAsync(CancellationToken cancellationToken)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(RecordedBot.Settings(new Uri("http://127.0.0.1:9/")));
        builder.Services.AddRecordedBot(builder.Configuration);
        using var host = builder.Build();
        await host.StartAsync(cancellationToken);
        var processor = host.Services.GetRequiredService<IInteractionProcessor>();

        var transcripts = new Dictionary<string, Transcript>();
        foreach (var (name, interaction) in RecordedInteractions.All)
        {
            var parsed = InteractionParser.Parse(Encoding.UTF8.GetBytes(interaction.ToJsonString())).Interaction!;
            var log = new ChannelLog();
            var channel = new PlaygroundChannel(log, new SnowflakeSource(TimeProvider.System), TimeProvider.System);
            var accepted = await processor.AcceptAsync(parsed, channel, cancellationToken);
            var first = JsonNode.Parse(ReplyJson.Callback(accepted.Response).Json.Span);
            transcripts[name] = new Transcript(
                Transcript.Normalise(first), Transcript.IsDeferral(first) ? await LaterAsync(parsed.Id, accepted.Response is DeferredReply { ReplacesMessage: true }, log, channel, accepted, cancellationToken) : []);
        }

        await host.StopAsync(cancellationToken);
        return transcripts;
    }

    /// <summary>Shows the deferral as the page does, lets the work begin, and writes down what the page shows then.</summary>
    private static async Task<IReadOnlyList<string>> LaterAsync(
        ulong interaction, bool replaces, ChannelLog log, PlaygroundChannel channel, AcceptedInteraction accepted, CancellationToken cancellationToken)
    {
        const ulong Original = 1;
        log.Add(new LogEntry(Original, TimeProvider.System.GetUtcNow()) { IsThinking = !replaces });
        channel.Bind(interaction, Original);
        var answered = new TaskCompletionSource<LogEntry>(TaskCreationOptions.RunContinuationsAsynchronously);
        log.Changed += () =>
        {
            // The recorded person, whom private messages are for.
            var shown = log.VisibleTo(new PlaygroundPerson(9, "ana", "Ana", 0)).FirstOrDefault(entry => entry.Body is not null);
            if (shown is not null)
            {
                answered.TrySetResult(shown);
            }
        };
        accepted.Start();
        var answer = await answered.Task.WaitAsync(cancellationToken);
        var body = Transcript.Normalise(answer.Body!.Json);
        return answer.Id == Original ? [$"PATCH {body}"] : replaces ? [$"POST {body}"] : [$"POST {body}", "DELETE "];
    }
}
