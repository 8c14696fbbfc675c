using System.Text.Json.Nodes;
using Telenovela.Bot.Commands.Definitions;
using Telenovela.Playground.Commands;
using Telenovela.Playground.Sessions;
using Telenovela.Playground.Texts;
using Telenovela.Playground.Wire;

namespace Telenovela.Playground.Composing;

/// <summary>
/// The line at the bottom of the page. It is either one line of text (a command may be typed out in it), or a command with a
/// field for each option. Knows nothing of HTML: the page shows its state and tells it keys and texts.
/// </summary>
public sealed class Composer(PlaygroundSession session, CommandBook book, TimeProvider clock) : IDisposable
{
    /// <summary>The place of the line of text, and of the field that adds options.</summary>
    public const int Tail = -1;

    /// <summary>How long typing must pause before suggestions are asked for.</summary>
    public static readonly TimeSpan Debounce = TimeSpan.FromMilliseconds(200);

    private readonly TextCommandParser _parser = new(book);
    private readonly List<ComposerOption> _options = [];
    private readonly List<string> _sent = [];
    private CancellationTokenSource? _asking;
    private int _recalled;

    // Where the cursor was sent and hasn't been seen yet: keys pressed meanwhile are meant for the place that the list shows.
    private int? _moving;

    /// <summary>Raised when suggestions arrive, and when a command is begun from elsewhere on the page.</summary>
    public event Action? Changed;

    /// <summary>The line of text; behind a command, what is typed to find another option.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The command that is being filled in; null while there is only text.</summary>
    public PlaygroundCommand? Command { get; private set; }

    /// <summary>The options shown.</summary>
    public IReadOnlyList<ComposerOption> Options => _options;

    /// <summary>The options that could be added.</summary>
    public IEnumerable<OptionDefinition> Missing =>
        Command?.Options.Where(option => !_options.Exists(shown => shown.Definition == option)) ?? [];

    /// <summary>Where the cursor is: an index of <see cref="Options"/>, or <see cref="Tail"/>.</summary>
    public int Focus { get; private set; } = Tail;

    /// <summary>Where the page should put the cursor; it calls <see cref="TakeFocus"/> then.</summary>
    public int? WantedFocus { get; private set; }

    /// <summary>The list above the line; empty where it is closed.</summary>
    public IReadOnlyList<Suggestion> Suggestions { get; private set; } = [];

    /// <summary>The highlighted entry of the list, -1 for none.</summary>
    public int Active { get; private set; } = -1;

    /// <summary>Whether suggestions are on their way.</summary>
    public bool IsAsking { get; private set; }

    /// <summary>What is wrong with the line; null where nothing is known to be.</summary>
    public PlaygroundProblem? Problem { get; private set; }

    /// <summary>The option that the cursor is in.</summary>
    public ComposerOption? Focused => Focus >= 0 && Focus < _options.Count ? _options[Focus] : null;

    /// <summary>The page has put the cursor where it was wanted.</summary>
    public void TakeFocus() => WantedFocus = null;

    /// <summary>Takes what now stands in the field at <paramref name="place"/>.</summary>
    public void Type(int place, string? text)
    {
        (Focus, _moving) = (place, null);
        Problem = null;
        if (Focused is { } option)
        {
            option.Type(text ?? "");
        }
        else
        {
            Text = text ?? "";
            _recalled = 0;
        }

        Suggest();
    }

    /// <summary>The cursor came to <paramref name="place"/>.</summary>
    public void Arrive(int place)
    {
        var sent = _moving == place;
        (Focus, _moving) = (place, null);
        if (!sent)
        {
            Suggest();
        }
    }

    /// <summary>The cursor left <paramref name="place"/>.</summary>
    public void Leave(int place)
    {
        if (_moving is null || _moving == place)
        {
            _moving = null;
            CloseList();
        }
    }

    /// <summary>Takes a key.</summary>
    /// <param name="place">Where the cursor is.</param>
    /// <param name="key">As browsers name it.</param>
    public async Task PressAsync(int place, string key)
    {
        if (_moving is null)
        {
            Focus = place;
        }

        switch (key)
        {
            case "ArrowDown" when Suggestions.Count > 0:
                Active = (Active + 1) % Suggestions.Count;
                break;
            case "ArrowUp" when Suggestions.Count > 0:
                Active = Active <= 0 ? Suggestions.Count - 1 : Active - 1;
                break;
            case "ArrowUp" when Command is null:
                Recall(_recalled + 1);
                break;
            case "ArrowDown" when Command is null && _recalled > 0:
                Recall(_recalled - 1);
                break;
            case "Tab" or "Enter" when Active >= 0:
                Pick(Suggestions[Active]);
                break;
            case "Enter":
                await SendAsync();
                break;
            case "Escape" when Suggestions.Count > 0:
                CloseList();
                break;
            case "Escape" when Command is not null:
                Clear();
                break;
            case "Backspace" when Command is not null && (Focused?.Text ?? Text).Length == 0:
                StepBack();
                break;
        }
    }

    /// <summary>Takes an entry of the list.</summary>
    public void Pick(Suggestion suggestion)
    {
        if (suggestion.Command is { } command)
        {
            Begin(command, []);
        }
        else if (suggestion.Option is { } added)
        {
            AddPicked(added);
        }
        else if (suggestion.Value is { } value && Focused is { } option)
        {
            option.Pick(suggestion.Label, value);
            CloseList();
            MoveTo(_options.FindIndex(Focus + 1, other => other.Text.Length == 0) is var next and >= 0 ? next : Tail);
        }
    }

    /// <summary>Shows a command with its required options and those given.</summary>
    public void Begin(PlaygroundCommand command, IReadOnlyList<KeyValuePair<OptionDefinition, string>> values)
    {
        Clear();
        Command = command;
        _options.AddRange(command.Options.Where(option => option.Required).Select(option => new ComposerOption(option)));
        foreach (var (definition, text) in values)
        {
            Shown(definition).Type(text);
        }

        MoveTo(_options.FindIndex(option => option.Text.Length == 0) is var empty and >= 0 ? empty : Tail);
        Changed?.Invoke();
    }

    /// <summary>Takes an option away, and what was given for it.</summary>
    public void Remove(ComposerOption option)
    {
        _options.Remove(option);
        MoveTo(Tail);
    }

    /// <summary>Empties the line.</summary>
    public void Clear()
    {
        CloseList();
        (Text, Command, Problem, Focus, _recalled) = ("", null, null, Tail, 0);
        _options.Clear();
        (WantedFocus, _moving) = (Tail, Tail);
    }

    /// <summary>Sends what stands there, or says what is wrong with it.</summary>
    public async Task SendAsync()
    {
        CloseList();
        if (session.IsSending)
        {
            return;
        }

        if (Command is null && !Text.TrimStart().StartsWith('/'))
        {
            SayWords();
            return;
        }

        if (Command is null && !ReadText())
        {
            return;
        }

        var given = _options.Select(option => option.Check()).OfType<GivenOption>().ToList();
        if (_options.FindIndex(option => option.Problem is not null) is var wrong and >= 0)
        {
            MoveTo(wrong);
            CloseList();
            return;
        }

        var command = Command!;
        Remember(command);
        Clear();
        await session.SendAsync(command, given);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _asking?.Cancel();
        _asking?.Dispose();
    }

    private void SayWords()
    {
        if (!string.IsNullOrWhiteSpace(Text))
        {
            session.Say(Text.Trim());
            _sent.Add(Text);
            Clear();
        }
    }

    /// <summary>Turns the text into a command with options; false where it can't be understood.</summary>
    private bool ReadText()
    {
        var parsed = _parser.Parse(Text, session.Person);
        Problem = parsed.Problem;
        if (parsed.Problem is not null || parsed.Command is null)
        {
            return false;
        }

        Begin(parsed.Command, parsed.Values);
        return true;
    }

    private ComposerOption Shown(OptionDefinition definition)
    {
        if (_options.Find(option => option.Definition == definition) is { } shown)
        {
            return shown;
        }

        var added = new ComposerOption(definition);
        _options.Add(added);
        return added;
    }

    private void AddPicked(OptionDefinition added)
    {
        if (Command is null)
        {
            var parsed = _parser.Parse(Text, session.Person);
            Begin(parsed.Command!, parsed.Values);
        }

        Text = "";
        MoveTo(_options.IndexOf(Shown(added)));
    }

    private void MoveTo(int place)
    {
        (Focus, WantedFocus, _moving) = (place, place, place);
        Suggest();
    }

    private void StepBack()
    {
        if (Focused is { Definition.Required: false } option)
        {
            var before = Focus - 1;
            _options.Remove(option);
            MoveTo(before >= 0 ? before : Tail);
        }
        else if (Focus == Tail && _options.Count > 0)
        {
            MoveTo(_options.Count - 1);
        }
        else if (Focus <= 0)
        {
            Clear();
        }
    }

    private void Suggest()
    {
        CloseList();
        if (Focused is { } option)
        {
            SuggestValues(option);
        }
        else if (Command is not null)
        {
            Offer(Missing.Where(missing => CommandBook.Contains(session.Locale.Of(missing.Name), Text.Trim())), highlight: Text.Trim().Length > 0);
        }
        else if (Text.TrimStart() is ['/', .. var typed])
        {
            SuggestCommands(typed);
        }
    }

    private void SuggestCommands(string typed)
    {
        Show([.. book.Search(typed, session.Actor).Select(command =>
            new Suggestion("/" + command.PathIn(session.Locale), command.DescriptionIn(session.Locale)) { Command = command })], highlight: true);
        if (Suggestions.Count > 0 || !Text.Contains(' ', StringComparison.Ordinal))
        {
            return;
        }

        // A command is typed out: its options are offered where a name may begin.
        var parsed = _parser.Parse(Text, session.Person);
        if (parsed.Command is { } known && char.IsWhiteSpace(Text[^1]) | parsed.Loose.Length > 0)
        {
            Offer(
                known.Options.Where(missing => parsed.Values.All(value => value.Key != missing)
                    && session.Locale.Of(missing.Name).StartsWith(parsed.Loose, StringComparison.CurrentCultureIgnoreCase)),
                highlight: parsed.Loose.Length > 0);
        }
    }

    private void Offer(IEnumerable<OptionDefinition> missing, bool highlight) => Show(
        [.. missing.Select(option => new Suggestion(session.Locale.Of(option.Name), session.Locale.Of(option.Description)) { Option = option })],
        highlight);

    private void SuggestValues(ComposerOption option)
    {
        var definition = option.Definition;
        if (definition.Autocomplete)
        {
            _ = AskAsync(option);
            return;
        }

        var values = ChoiceSource.Of(definition, session.Locale);
        var exact = values.Any(value => value.Label == option.Text);
        Show([.. values.Where(value => exact || CommandBook.Contains(value.Label, option.Text.Trim()))], highlight: option.Text.Length > 0 && !exact);
    }

    private async Task AskAsync(ComposerOption option)
    {
        var asking = new CancellationTokenSource();
        _asking = asking;
        IsAsking = true;
        var typed = option.Text;
        try
        {
            await Task.Delay(Debounce, clock, asking.Token);
            if (Command is not { } command)
            {
                return;
            }

            var given = _options.Where(other => other == option || other.Text.Length > 0).Select(other => other.AsTyped(other == option)).ToList();
            var choices = await session.CompleteAsync(command, given);
            if (!asking.IsCancellationRequested)
            {
                IsAsking = false;
                Show(
                    [.. (choices ?? []).Select(choice => new Suggestion(choice.Name, "") { Value = JsonNode.Parse(choice.Value.GetRawText()) })],
                    highlight: typed.Length > 0 && choices?.Any(choice => choice.Name == typed) != true);
                Changed?.Invoke();
            }
        }
        catch (OperationCanceledException)
        {
            // Something else was typed meanwhile.
        }
    }

    private void Show(IReadOnlyList<Suggestion> suggestions, bool highlight) =>
        (Suggestions, Active) = (suggestions, highlight && suggestions.Count > 0 ? 0 : -1);

    private void CloseList()
    {
        _asking?.Cancel();
        _asking?.Dispose();
        _asking = null;
        IsAsking = false;
        Show([], highlight: false);
    }

    private void Remember(PlaygroundCommand command)
    {
        var options = _options.Where(option => option.Text.Length > 0 && option.File is null).Select(option =>
            $" {session.Locale.Of(option.Definition.Name)}:\"{option.Text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"");
        _sent.Add($"/{command.PathIn(session.Locale)}{string.Concat(options)}");
    }

    private void Recall(int back)
    {
        if (back > _sent.Count)
        {
            return;
        }

        _recalled = back;
        Text = back == 0 ? "" : _sent[^back];
        CloseList();
    }
}
