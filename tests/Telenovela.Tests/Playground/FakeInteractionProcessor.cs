using System.Collections.Concurrent;
using System.Text;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;

namespace Telenovela.Tests.Playground;

/// <summary>Answers the fake catalogue's commands in all the ways a bot can. What it promised comes when <see cref="Release"/> is called.</summary>
internal sealed class FakeInteractionProcessor : IInteractionProcessor
{
    private readonly ConcurrentQueue<TaskCompletionSource> _gates = new();
    private volatile bool _held;

    public ConcurrentQueue<Interaction> Seen { get; } = new();

    /// <summary>From now on promised work waits.</summary>
    public void Hold() => _held = true;

    /// <summary>Lets all promised work go on.</summary>
    public void Release()
    {
        _held = false;
        while (_gates.TryDequeue(out var gate))
        {
            gate.TrySetResult();
        }
    }

    public async Task<AcceptedInteraction> AcceptAsync(Interaction interaction, IReplyChannel channel, CancellationToken cancellationToken)
    {
        Seen.Enqueue(interaction);
        return interaction.Type switch
        {
            InteractionType.Autocomplete => Now(Complete(interaction.Command!)),
            InteractionType.Command => await CommandAsync(interaction, channel, cancellationToken),
            InteractionType.Component => Component(interaction, channel),
            _ => Now(Submitted(interaction)),
        };
    }

    private static AcceptedInteraction Now(Reply reply) => new(reply, () => { });

    private static ChoicesReply Complete(CommandData command) => new(
    [
        .. new[] { new Choice("High Tide", "high_tide"), new Choice("La sal y el azahar", "la_sal"), new Choice("Hotel Miramar", "miramar") }
            .Where(choice => choice.Name.Contains(command.Focused?.Value as string ?? "", StringComparison.OrdinalIgnoreCase)),
    ]);

    private async Task<AcceptedInteraction> CommandAsync(Interaction interaction, IReplyChannel channel, CancellationToken cancellationToken)
    {
        var command = interaction.Command!;
        switch (command.Path)
        {
            case "telenovela generate":
                return Later(new DeferredReply(false), () => channel.EditOriginalAsync(interaction, Generated(command), CancellationToken.None));
            case "telenovela sulk":
                return Later(new DeferredReply(false), () => channel.ReplaceByPrivateAsync(
                    interaction, new MessageReply { Content = "Patience, my heart." }, CancellationToken.None));
            case "telenovela silence":
                await Task.Delay(Timeout.Infinite, cancellationToken);
                throw new InvalidOperationException();
            case "telenovela contribute":
                return Now(Modal());
            default:
                return Now(Message(interaction, command));
        }
    }

    private static MessageReply Message(Interaction interaction, CommandData command) => command.Path switch
    {
        "telenovela about" => About(interaction),
        "telenovela cast" => new MessageReply
        {
            Content = $"**{command.Text("role")}** is cast.",
            Rows =
            [
                new ActionRow(new SelectMenu("mood", [new("Angry", "angry", "Slams every door"), new("In love", "love"), new("Amnesiac", "amnesia", "Who are you?")], "Choose a mood")),
                new ActionRow(new SelectMenu("props", [new("A letter", "letter"), new("A pistol", "pistol"), new("A ring", "ring")], "Choose props", 1, 2)),
            ],
        },
        "telenovela picture" => new MessageReply
        {
            Content = "Here:",
            Files =
            [
                new FileAttachment("sea.svg", Encoding.UTF8.GetBytes(Sea), "image/svg+xml", "A red sun sinks into a violet sea"),
                new FileAttachment("scene.fountain", new byte[2048], "text/plain", "the whole scene"),
            ],
        },
        "telenovela script" => new MessageReply { Content = $"Got {command.Attachments.Values.Single().FileName}, {command.Attachments.Values.Single().Size} bytes." },
        "telenovela markup" => new MessageReply { Content = command.Text("text")! },
        _ => new MessageReply { Content = $"{command.Path}, {interaction.Locale}, {interaction.User.Name}" },
    };

    private const string Sea =
        """
        <svg xmlns="http://www.w3.org/2000/svg" width="400" height="220"><rect width="400" height="220" fill="#3b1c4a"/><circle cx="200" cy="120" r="60" fill="#ff6b5e"/><rect y="130" width="400" height="90" fill="#5b2a6f"/></svg>
        """;

    private static MessageReply About(Interaction interaction) => new()
    {
        Ephemeral = true,
        Embeds =
        [
            new Embed
            {
                Title = "About Telenovela",
                Description = $"I write telenovela, letter by letter. Try </telenovela generate:1>, last trained <t:1700000000:R>.\nLocale `{interaction.Locale}`.",
                Color = 0xC2185B,
                Fields = [new("Models", "**High Tide** (en)", true), new("Licence", "MIT", true), new("Privacy", "I keep nothing about you.")],
                Footer = "Telenovela 0.1",
            },
        ],
    };

    private static MessageReply Generated(CommandData command) => new()
    {
        Embeds =
        [
            new Embed
            {
                Title = command.Text("telenovela") ?? "High Tide",
                Description = $"**{command.Text("prompt") ?? "Te amo"}**, dijo ella.\nMARISOL: No puede ser. ¡Tú estabas muerto!\nRAMIRO: La muerte es sólo un malentendido, Marisol.\n-# {command.WholeNumber("length") ?? 280} characters",
                Color = 0xC2185B,
                Footer = "written by tide-1 · seed 7 · temperature 0.8",
            },
        ],
        Rows =
        [
            new ActionRow(
                new Button("again", "Again", ButtonStyle.Secondary, "🔁"),
                new Button("continue", "Continue", ButtonStyle.Primary, "▶️"),
                new Button("report", "Report", ButtonStyle.Danger),
                new Button("spent", "Spent", ButtonStyle.Success) { Disabled = true }),
        ],
    };

    private static ModalReply Modal() => new("contribution", "A scene of your own",
    [
        new ModalField("Title", new TextInput("title", MinLength: 3, MaxLength: 40, Placeholder: "The letter"), "As it will stand in the corpus"),
        new ModalField("Scene", new TextInput("scene", Paragraph: true, MaxLength: 2000)),
        new ModalField("Licence", new SelectMenu("licence", [new("I dedicate it to the public domain", "cc0", "CC0-1.0"), new("Keep it to myself", "none")])),
        new ModalField("A note", new TextInput("note", Required: false)),
    ]);

    private static MessageReply Submitted(Interaction interaction) => new()
    {
        Ephemeral = true,
        Content = $"Thank you for “{interaction.Modal!.Text("title")}” ({string.Join(',', interaction.Modal.Fields["licence"])}).",
    };

    private AcceptedInteraction Component(Interaction interaction, IReplyChannel channel)
    {
        var component = interaction.Component!;
        return component.CustomId switch
        {
            "again" => Now(new MessageReply { Content = "Once more, with feeling." }),
            "continue" => Later(new DeferredReply(false, ReplacesMessage: true), () => channel.EditOriginalAsync(
                interaction, new MessageReply { Content = $"Continued: {component.Message.EmbedDescriptions[0].Length} characters so far." }, CancellationToken.None)),
            "report" => throw new InvalidOperationException("The fake breaks here."),
            _ => Now(new MessageReply { Content = $"{component.CustomId}: {string.Join(", ", component.Values)}", ReplacesMessage = true }),
        };
    }

    private AcceptedInteraction Later(DeferredReply deferral, Func<Task> work) => new(deferral, () => _ = RunAsync(work));

    private async Task RunAsync(Func<Task> work)
    {
        if (_held)
        {
            var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _gates.Enqueue(gate);
            await gate.Task;
        }

        await Task.Run(work);
    }
}
