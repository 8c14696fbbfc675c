using Telenovela.Bot.Interactions.Replies;
using Telenovela.Playground.People;
using Telenovela.Playground.Replies;
using Telenovela.Playground.Sessions;
using Telenovela.Playground.Wire;
using Telenovela.Tests.Playground.Composing;

namespace Telenovela.Tests.Playground.Sessions;

public sealed class PlaygroundSessionTests : IDisposable
{
    private readonly ComposerUnderTest _test = new();

    private LogEntry Last => _test.Messages[^1];

    public void Dispose() => _test.Dispose();

    [Fact]
    public async Task Thinks_Until_The_Edit_Comes_When_The_Answer_Is_Deferred()
    {
        _test.Processor.Hold();
        await _test.SendAsync("/telenovela generate prompt:Te amo");

        Assert.True(Last.IsThinking);
        Assert.Null(Last.Body);
        Assert.Equal(("/telenovela generate", "prompt: Te amo"), (Last.Cause!.What, Last.Cause.Details));
        _test.Processor.Release();
        await _test.UntilAsync(messages => messages is [{ IsThinking: false }]);
        Assert.Equal("High Tide", Assert.Single(Last.Body!.Embeds).Title);
    }

    [Fact]
    public async Task Hides_A_Message_From_Others_When_It_Is_Ephemeral()
    {
        await _test.SendAsync("/telenovela about");
        Assert.Equal(_test.Session.Person.Id, Last.OnlyFor);

        _test.Session.BecomeSomebody(PlaygroundPeople.All[1]);
        Assert.Empty(_test.Messages);
    }

    [Fact]
    public async Task Takes_The_Deferral_Away_When_The_Answer_Turns_Private()
    {
        await _test.SendAsync("/telenovela sulk");
        await _test.UntilAsync(messages => messages is [{ OnlyFor: not null }]);

        Assert.Equal("Patience, my heart.", Last.Body!.Content);
        Assert.Equal("/telenovela sulk", Last.Cause?.What);
    }

    [Fact]
    public async Task Says_So_When_No_First_Response_Comes()
    {
        var sending = _test.SendAsync("/telenovela silence");
        Assert.True(_test.Session.IsSending);
        _test.Clock.Advance(PlaygroundSession.FirstResponseWithin);
        await sending;

        Assert.Equal("NoResponse", Last.Failure?.Key);
        Assert.False(_test.Session.IsSending);
    }

    [Fact]
    public async Task Replaces_The_Message_When_A_Selects_Answer_Is_An_Update()
    {
        await _test.SendAsync("/telenovela cast role:The twin");
        await _test.Session.UseAsync(Last.Id, Last.Body!.Components[0].Components[0], ["love"]);

        Assert.Equal("mood: love", Assert.Single(_test.Messages).Body!.Content);
        Assert.Empty(Last.Body!.Components);
        Assert.Null(Last.BusyCustomId);
    }

    [Fact]
    public async Task Keeps_The_Button_Busy_When_The_Update_Is_Deferred()
    {
        var entry = await GenerateAsync();
        _test.Processor.Hold();
        await _test.Session.UseAsync(entry.Id, Button(entry, "continue"), null);

        Assert.Equal("continue", Last.BusyCustomId);
        var seen = _test.Processor.Seen.Count;
        await _test.Session.UseAsync(entry.Id, Button(entry, "again"), null);
        Assert.Equal(seen, _test.Processor.Seen.Count);
        _test.Processor.Release();
        await _test.UntilAsync(messages => messages is [{ BusyCustomId: null }]);
        Assert.StartsWith("Continued: ", Last.Body!.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Puts_The_Failure_Under_The_Message_When_A_Button_Fails()
    {
        var entry = await GenerateAsync();
        await _test.Session.UseAsync(entry.Id, Button(entry, "report"), null);

        Assert.Equal("InteractionFailed", Last.Failure?.Key);
        Assert.NotNull(Last.Body);
        await _test.Session.UseAsync(entry.Id, Button(entry, "again"), null);
        Assert.Null(_test.Messages[0].Failure);
        Assert.Equal(("CausePressed", "Again"), (Last.Cause!.Key, Last.Cause.What));
    }

    [Fact]
    public async Task Opens_And_Submits_A_Modal_When_A_Command_Answers_With_One()
    {
        await _test.SendAsync("/telenovela contribute");
        Assert.Equal("A scene of your own", _test.Session.Modal?.Body.Title);
        Assert.Empty(_test.Messages);

        await _test.Session.SubmitAsync([new GivenField(4, "title", ["The letter"], []), new GivenField(3, "licence", ["cc0"], [])]);
        Assert.Null(_test.Session.Modal);
        Assert.Equal("Thank you for “The letter” (cc0).", Last.Body!.Content);
        Assert.Equal("/telenovela contribute", Last.Cause?.What);
    }

    [Fact]
    public async Task Adds_Another_Message_When_A_Follow_Up_Comes()
    {
        var entry = await GenerateAsync();
        var interaction = _test.Processor.Seen.Last();
        await _test.Channel.FollowUpAsync(interaction, new MessageReply { Content = "psst", Ephemeral = true }, TestContext.Current.CancellationToken);

        Assert.Equal(2, _test.Messages.Count);
        Assert.Equal(("psst", interaction.User.Id), (Last.Body!.Content, Last.OnlyFor));
        Assert.Equal(entry, _test.Messages[0]);
    }

    [Fact]
    public async Task Brings_Files_With_Their_Words_When_A_Message_Has_Some()
    {
        await _test.SendAsync("/telenovela picture");

        Assert.Equal([("sea.svg", true), ("scene.fountain", false)], Last.Body!.Attachments.Select(file => (file.Filename!, file.IsPicture)));
        Assert.Equal("A red sun sinks into a violet sea", Last.Body.Attachments[0].Description);
        Assert.StartsWith("data:image/svg+xml;base64,", Last.Body.Attachments[0].DataUri, StringComparison.Ordinal);
        Assert.Equal(2048, Last.Body.Attachments[1].Size);
    }

    [Fact]
    public void Forgets_The_Oldest_Messages_When_There_Are_Too_Many()
    {
        for (var at = 0; at < ChannelLog.Most + 5; at++)
        {
            _test.Session.Say($"{at}");
        }

        Assert.Equal(ChannelLog.Most, _test.Messages.Count);
        Assert.Equal("5", _test.Messages[0].Words);
    }

    private static ComponentBody Button(LogEntry entry, string customId) =>
        entry.Body!.Components[0].Components.Single(component => component.CustomId == customId);

    private async Task<LogEntry> GenerateAsync()
    {
        await _test.SendAsync("/telenovela generate");
        await _test.UntilAsync(messages => messages is [{ IsThinking: false }]);
        return Last;
    }
}
