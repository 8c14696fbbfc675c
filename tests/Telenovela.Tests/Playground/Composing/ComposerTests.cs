using Telenovela.Bot.Interactions.Requests;
using Telenovela.Playground.Composing;
using Telenovela.Playground.People;
using Telenovela.Playground.Texts;

namespace Telenovela.Tests.Playground.Composing;

public sealed class ComposerTests : IDisposable
{
    private readonly ComposerUnderTest _test = new();

    private Composer Composer => _test.Composer;

    public void Dispose() => _test.Dispose();

    [Fact]
    public void Lists_All_Commands_When_A_Slash_Is_Typed()
    {
        Composer.Type(Composer.Tail, "/");

        Assert.Equal(11, Composer.Suggestions.Count);
        Assert.Equal(("/telenovela generate", "Writes new lines"), (Composer.Suggestions[0].Label, Composer.Suggestions[0].Description));
        Assert.Equal(0, Composer.Active);
    }

    [Fact]
    public async Task Shows_Required_Options_First_When_A_Command_Is_Taken()
    {
        Composer.Type(Composer.Tail, "/cast");
        await Composer.PressAsync(Composer.Tail, "Tab");

        Assert.Equal("telenovela cast", Composer.Command?.Path);
        Assert.Equal(["role"], Composer.Options.Select(option => option.Definition.Name.English));
        Assert.Equal(["secret", "player"], Composer.Missing.Select(option => option.Name.English));
        Assert.Equal(0, Composer.WantedFocus);
        Assert.Equal(["The villain", "The twin", "The priest"], Composer.Suggestions.Select(suggestion => suggestion.Label));
    }

    [Fact]
    public async Task Offers_Options_When_A_Command_Is_Typed_Out()
    {
        Composer.Type(Composer.Tail, "/telenovela generate length:200 pr");

        Assert.Equal(["prompt"], Composer.Suggestions.Select(suggestion => suggestion.Label));
        await Composer.PressAsync(Composer.Tail, "Tab");
        Assert.Equal(["length", "prompt"], Composer.Options.Select(option => option.Definition.Name.English));
        Assert.Equal("200", Composer.Options[0].Text);
        Assert.Equal(1, Composer.WantedFocus);
    }

    [Fact]
    public async Task Sends_Nothing_And_Says_Why_When_An_Option_Is_Wrong()
    {
        await _test.SendAsync("/telenovela generate length:9000 prompt:hello");

        Assert.Empty(_test.Processor.Seen);
        Assert.Equal("ProblemBoundsBetween", Composer.Options.Single(option => option.Problem is not null).Problem?.Key);
        Assert.Equal(0, Composer.WantedFocus);
    }

    [Fact]
    public async Task Sends_Nothing_And_Says_Why_When_A_Required_Option_Is_Missing()
    {
        await _test.SendAsync("/telenovela cast");

        Assert.Empty(_test.Processor.Seen);
        Assert.Equal("ProblemRequired", Composer.Options.Single().Problem?.Key);
    }

    [Fact]
    public async Task Asks_The_Bot_Once_When_Typing_Pauses()
    {
        Composer.Type(Composer.Tail, "/gen");
        await Composer.PressAsync(Composer.Tail, "Enter");
        Composer.Pick(Composer.Suggestions.Single(suggestion => suggestion.Label == "telenovela"));
        var arrived = Arrival();
        foreach (var typed in new[] { "s", "sa", "sal" })
        {
            Composer.Type(0, typed);
            _test.Clock.Advance(Composer.Debounce / 2);
        }

        Assert.Empty(_test.Processor.Seen);
        Assert.True(Composer.IsAsking);
        _test.Clock.Advance(Composer.Debounce);
        await arrived.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.Equal("sal", Assert.Single(_test.Processor.Seen).Command!.Focused!.Value);
        Assert.Equal(["La sal y el azahar"], Composer.Suggestions.Select(suggestion => suggestion.Label));
        await Composer.PressAsync(0, "Enter");
        await Composer.PressAsync(Composer.Tail, "Enter");
        Assert.Equal("la_sal", _test.Processor.Seen.Last().Command!.Text("telenovela"));
    }

    [Fact]
    public async Task Accepts_Spanish_Names_And_Sends_English_Ones_When_The_Page_Speaks_Spanish()
    {
        _test.Session.Speak(PlaygroundLocale.All[2]);
        await _test.SendAsync("/telenovela generar comienzo:\"Te amo\" longitud:200");

        var interaction = Assert.Single(_test.Processor.Seen);
        Assert.Equal("telenovela generate", interaction.Command!.Path);
        Assert.Equal("Te amo", interaction.Command.Text("prompt"));
        Assert.Equal("es-ES", interaction.Locale);
    }

    [Fact]
    public async Task Takes_Back_The_Last_Option_When_Backspace_Meets_Nothing()
    {
        Composer.Type(Composer.Tail, "/cast");
        await Composer.PressAsync(Composer.Tail, "Tab");
        Composer.Pick(Composer.Suggestions[1]);
        Composer.Arrive(Composer.Tail);
        Composer.Pick(Composer.Suggestions.Single(suggestion => suggestion.Label == "secret"));

        await Composer.PressAsync(1, "Backspace");
        Assert.Equal(["role"], Composer.Options.Select(option => option.Definition.Name.English));
        await Composer.PressAsync(0, "Backspace");
        Assert.NotNull(Composer.Command);
        Composer.Type(0, "");
        await Composer.PressAsync(0, "Backspace");
        Assert.Null(Composer.Command);
    }

    [Fact]
    public async Task Takes_A_Value_When_Its_Keys_Are_Faster_Than_The_Cursor()
    {
        Composer.Type(Composer.Tail, "/cast");
        await Composer.PressAsync(Composer.Tail, "Tab");
        Composer.Arrive(0);
        Composer.Pick(Composer.Suggestions[1]);
        Composer.Leave(0);
        Composer.Arrive(Composer.Tail);
        Composer.Pick(Composer.Suggestions.Single(suggestion => suggestion.Label == "secret"));

        await Composer.PressAsync(Composer.Tail, "ArrowDown");
        Composer.Leave(Composer.Tail);
        Composer.Arrive(1);
        await Composer.PressAsync(1, "Enter");

        Assert.Equal("True", Composer.Options[1].Text);
        Assert.Equal(Composer.Tail, Composer.WantedFocus);
        Composer.Arrive(Composer.Tail);
        Composer.Leave(Composer.Tail);
        Assert.Empty(Composer.Suggestions);
        Composer.Arrive(Composer.Tail);
        Assert.NotEmpty(Composer.Suggestions);
    }

    [Fact]
    public async Task Closes_The_List_Then_The_Command_When_Escape_Is_Pressed()
    {
        Composer.Type(Composer.Tail, "/cast");
        await Composer.PressAsync(Composer.Tail, "Tab");
        await Composer.PressAsync(0, "Escape");
        Assert.Empty(Composer.Suggestions);
        Assert.NotNull(Composer.Command);
        await Composer.PressAsync(0, "Escape");
        Assert.Null(Composer.Command);
    }

    [Fact]
    public async Task Brings_Back_What_Was_Sent_When_The_Arrow_Goes_Up()
    {
        await _test.SendAsync("/telenovela generate prompt:a \"quoted\" word length:200");
        await Composer.PressAsync(Composer.Tail, "ArrowUp");
        Assert.Equal("/telenovela generate prompt:\"a \\\"quoted\\\" word\" length:\"200\"", Composer.Text);
        await Composer.SendAsync();

        Assert.Equal(["a \"quoted\" word", "a \"quoted\" word"], _test.Processor.Seen.Select(interaction => interaction.Command!.Text("prompt")));
        await Composer.PressAsync(Composer.Tail, "ArrowUp");
        await Composer.PressAsync(Composer.Tail, "ArrowDown");
        Assert.Equal("", Composer.Text);
    }

    [Fact]
    public async Task Refuses_A_Moderators_Command_When_Somebody_Else_Types_It()
    {
        await _test.SendAsync("/review");
        Assert.Equal("ProblemUnknownCommand", Composer.Problem?.Key);

        _test.Session.BecomeSomebody(PlaygroundPeople.All.Single(person => person.Role == "Moderator"));
        await _test.SendAsync("/review");
        Assert.Equal(InteractionType.Command, Assert.Single(_test.Processor.Seen).Type);
    }

    [Fact]
    public async Task Posts_Plain_Words_And_Tells_The_Bot_Nothing_When_There_Is_No_Slash()
    {
        await _test.SendAsync("hello, bot");

        Assert.Equal("hello, bot", Assert.Single(_test.Messages).Words);
        Assert.Empty(_test.Processor.Seen);
    }

    private Task Arrival()
    {
        var arrival = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Composer.Changed += () =>
        {
            if (Composer.Suggestions.Count > 0)
            {
                arrival.TrySetResult();
            }
        };
        return arrival.Task;
    }
}
