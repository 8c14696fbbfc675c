using Telenovela.Bot.Interactions.Processing;
using Telenovela.Discord.Wire;
using Telenovela.Playground.Commands;
using Telenovela.Playground.People;
using Telenovela.Playground.Replies;
using Telenovela.Playground.Texts;
using Telenovela.Playground.Wire;

namespace Telenovela.Playground.Sessions;

/// <summary>
/// What one browser does: who acts, in which language, and the way of everything they do to the bot and back. Takes Discord's
/// part: bytes go through <see cref="InteractionParser"/> to the processor, replies come back as <see cref="ReplyJson"/>'s JSON.
/// </summary>
public sealed partial class PlaygroundSession(
    ChannelLog log,
    PlaygroundChannel channel,
    PlaygroundInteractionJson json,
    IInteractionProcessor processor,
    SnowflakeSource snowflakes,
    TimeProvider clock,
    ILogger<PlaygroundSession> logger) : IDisposable
{
    /// <summary>Discord gives up on a first response after three seconds.</summary>
    public static readonly TimeSpan FirstResponseWithin = TimeSpan.FromSeconds(3);

    private const int Message = 4;
    private const int DeferredMessage = 5;
    private const int DeferredUpdate = 6;
    private const int Update = 7;
    private const int ModalType = 9;

    private readonly CancellationTokenSource _closing = new();

    /// <summary>Raised when anything but the log has changed.</summary>
    public event Action? Changed;

    /// <summary>Who acts.</summary>
    public PlaygroundPerson Person { get; private set; } = PlaygroundPeople.All[0];

    /// <summary>The language of the page, which is also named to the bot.</summary>
    public PlaygroundLocale Locale { get; private set; } = PlaygroundLocale.All[0];

    /// <summary>Both.</summary>
    public PlaygroundActor Actor => new(Person, Locale);

    /// <summary>The modal that is open; null where none is.</summary>
    public OpenModal? Modal { get; private set; }

    /// <summary>Whether a command was sent and nothing has come back yet.</summary>
    public bool IsSending { get; private set; }

    /// <summary>Words of the page in its language.</summary>
    public string Text(string key, params object[] arguments) => PlaygroundText.Get(Locale, key, arguments);

    /// <summary>Becomes somebody else.</summary>
    public void BecomeSomebody(PlaygroundPerson person)
    {
        Person = person;
        Modal = null;
        Changed?.Invoke();
    }

    /// <summary>Switches the language.</summary>
    public void Speak(PlaygroundLocale locale)
    {
        Locale = locale;
        Changed?.Invoke();
    }

    /// <summary>Posts plain words, which the bot doesn't read.</summary>
    public void Say(string words) => log.Add(new LogEntry(snowflakes.Next(), clock.GetUtcNow()) { Author = Person, Words = words });

    /// <summary>Takes a message away from the page.</summary>
    public void Dismiss(ulong message) => log.Remove(message);

    /// <summary>Closes the modal without an answer.</summary>
    public void CloseModal()
    {
        Modal = null;
        Changed?.Invoke();
    }

    /// <summary>Sends a command.</summary>
    /// <param name="command">Which.</param>
    /// <param name="options">Checked options.</param>
    public async Task SendAsync(PlaygroundCommand command, IReadOnlyList<GivenOption> options)
    {
        var details = string.Join(" · ", options.Select(option => $"{Locale.Of(option.Definition.Name)}: {option.File?.Name ?? option.Value.ToString()}"));
        var cause = new LogCause(Person, "CauseUsed", "/" + command.PathIn(Locale), details);
        IsSending = true;
        Changed?.Invoke();
        var exchange = await ExchangeAsync(json.Command(Actor, command, options));
        IsSending = false;
        Receive(exchange, cause, carrier: null);
        Changed?.Invoke();
    }

    /// <summary>Presses a button, or chooses from a select.</summary>
    /// <param name="message">Id of the message that carries it.</param>
    /// <param name="component">Which.</param>
    /// <param name="values">What was chosen; null for a button.</param>
    public async Task UseAsync(ulong message, ComponentBody component, IReadOnlyList<string>? values)
    {
        if (log.Find(message) is not { BusyCustomId: null } entry)
        {
            return;
        }

        log.Update(message, entry => entry with { BusyCustomId = component.CustomId, Failure = null });
        var cause = values is null
            ? new LogCause(Person, "CausePressed", component.Label ?? component.Emoji?.Name ?? "")
            : new LogCause(Person, "CauseChose", string.Join(", ", component.Options.Where(option => values.Contains(option.Value)).Select(option => option.Label)));
        var exchange = await ExchangeAsync(json.Component(
            Actor, CarriedMessage.Of(entry, json.Application), (int)component.Type, component.CustomId, values));
        Receive(exchange, cause, message);
    }

    /// <summary>Submits the modal that is open.</summary>
    public async Task SubmitAsync(IReadOnlyList<GivenField> fields)
    {
        if (Modal is not { } modal)
        {
            return;
        }

        Modal = null;
        Changed?.Invoke();
        var carrier = modal.Carrier is { } id ? log.Find(id) : null;
        var message = carrier is null ? null : CarriedMessage.Of(carrier, json.Application);
        var exchange = await ExchangeAsync(json.ModalSubmit(Actor, modal.Body.CustomId, fields, message));
        Receive(exchange?.Response.Type == ModalType ? null : exchange, modal.Cause, carrier?.Id);
    }

    /// <summary>Asks for suggestions; null where none came.</summary>
    /// <param name="command">The command being typed.</param>
    /// <param name="options">What was typed so far; one is focused.</param>
    public async Task<IReadOnlyList<ChoiceBody>?> CompleteAsync(PlaygroundCommand command, IReadOnlyList<GivenOption> options) =>
        (await ExchangeAsync(json.Autocomplete(Actor, command, options)))?.Response.Choices;

    /// <inheritdoc/>
    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    private async Task<Exchange?> ExchangeAsync(byte[] utf8)
    {
        var parse = InteractionParser.Parse(utf8);
        if (!parse.Succeeded)
        {
            Log.Malformed(logger, parse.Failure);
            return null;
        }

        try
        {
            var closing = _closing.Token;
            var accepted = await processor.AcceptAsync(parse.Interaction, channel, closing).WaitAsync(FirstResponseWithin, clock, closing);
            return new Exchange(parse.Interaction.Id, ReplyReader.Callback(ReplyJson.Callback(accepted.Response)), accepted.Start);
        }
        catch (Exception exception)
        {
            // As Discord would: the person learns that no answer came, the operator why.
            Log.NoResponse(logger, parse.Interaction.Type, parse.Interaction.Id, exception);
            return null;
        }
    }

    private void Receive(Exchange? exchange, LogCause cause, ulong? carrier)
    {
        var type = exchange?.Response.Type;
        if (carrier is { } used)
        {
            log.Update(used, entry => entry with
            {
                BusyCustomId = type == DeferredUpdate ? entry.BusyCustomId : null,
                Body = type == Update ? exchange!.Response.Message : entry.Body,
                Failure = exchange is null ? new PlaygroundProblem("InteractionFailed") : null,
            });
        }

        if (exchange is not null && type is DeferredUpdate or Update && carrier is { } original)
        {
            channel.Bind(exchange.Interaction, original);
        }
        else if (exchange is not null && type == ModalType)
        {
            Modal = new OpenModal(exchange.Response.Modal!, cause, carrier);
            Changed?.Invoke();
        }
        else if (exchange is not null && type is Message or DeferredMessage)
        {
            AddAnswer(exchange, cause);
        }
        else if (carrier is null)
        {
            log.Add(new LogEntry(snowflakes.Next(), clock.GetUtcNow())
            {
                Cause = cause,
                OnlyFor = cause.Person.Id,
                Failure = new PlaygroundProblem("NoResponse"),
            });
        }

        exchange?.Start();
    }

    private void AddAnswer(Exchange exchange, LogCause cause)
    {
        var id = snowflakes.Next();
        channel.Bind(exchange.Interaction, id);
        log.Add(new LogEntry(id, clock.GetUtcNow())
        {
            Cause = cause,
            Body = exchange.Response.Message,
            IsThinking = exchange.Response.Type == DeferredMessage,
            OnlyFor = exchange.Response.IsEphemeral ? cause.Person.Id : null,
        });
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "The playground wrote an interaction that can't be read: {Failure}")]
        public static partial void Malformed(ILogger logger, ParseFailure failure);

        [LoggerMessage(LogLevel.Error, "{Type} {Id} from the playground got no response")]
        public static partial void NoResponse(ILogger logger, Bot.Interactions.Requests.InteractionType type, ulong id, Exception exception);
    }
}
