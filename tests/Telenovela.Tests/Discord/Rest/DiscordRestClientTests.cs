using System.Net;
using System.Text;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Discord.Rest;
using Telenovela.Tests.Loopback;

namespace Telenovela.Tests.Discord.Rest;

public sealed class DiscordRestClientTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Replaces_Everything_When_It_Edits()
    {
        await using var fixture = await RestFixture.StartAsync();
        var interaction = await fixture.DeferredAsync(Cancellation);

        await fixture.Client.EditOriginalAsync(interaction, new MessageReply { Content = "uno", Ephemeral = true }, Cancellation);

        var edit = fixture.Discord.Calls.Single(call => call.Kind == LoopbackCallKind.Edit);
        Assert.Equal($"webhooks/{Payloads.ApplicationId}/{interaction.Token}/messages/@original", edit.Path);
        Assert.Equal("""{"content":"uno","embeds":[],"components":[],"attachments":[],"allowed_mentions":{"parse":[]}}""", edit.Json!.ToJsonString());
    }

    [Fact]
    public async Task Sends_Everything_When_A_Message_Is_Rich()
    {
        await using var fixture = await RestFixture.StartAsync();
        var interaction = await fixture.DeferredAsync(Cancellation);

        await fixture.Client.EditOriginalAsync(
            interaction,
            new MessageReply
            {
                Content = "@everyone \ud83d\udc94 \ud800",
                Embeds = [new Embed { Title = "Título", Description = "…", Color = 0xC2185B, Footer = "fin", Fields = [new EmbedField("a", "b", true)] }],
                Rows =
                [
                    new ActionRow(new Button("again:1", "Otra vez", ButtonStyle.Primary, "\ud83d\udd01"), new Button("report:1", "Reportar", ButtonStyle.Danger) { Disabled = true }),
                    new ActionRow(new SelectMenu("arc:1", [new SelectOption("Amnesia", "amnesia", "olvida", true), new SelectOption("Boda", "boda")], "Trama")),
                ],
                Files = [new FileAttachment("escena.txt", "hola"u8.ToArray(), "text/plain", "La escena")],
            },
            Cancellation);

        var edit = fixture.Discord.Calls.Single(call => call.Kind == LoopbackCallKind.Edit);
        Assert.Equal("@everyone \ud83d\udc94 \ufffd", (string?)edit.Json!["content"]);
        Assert.Equal("hola", Encoding.UTF8.GetString(edit.Files.Single().Content));
        Assert.Equal(0xC2185B, (int)edit.Json["embeds"]![0]!["color"]!);
        Assert.True((bool)edit.Json["components"]![0]!["components"]![1]!["disabled"]!);
        Assert.Empty(fixture.Discord.Violations);
    }

    [Fact]
    public async Task Cuts_The_Text_When_It_Is_Too_Long()
    {
        await using var fixture = await RestFixture.StartAsync();
        var interaction = await fixture.DeferredAsync(Cancellation);

        await fixture.Client.EditOriginalAsync(interaction, new MessageReply { Content = string.Join(' ', Enumerable.Repeat("lágrimas", 500)) }, Cancellation);

        var content = (string)fixture.Discord.Calls.Single(call => call.Kind == LoopbackCallKind.Edit).Json!["content"]!;
        Assert.EndsWith("lágrimas…", content, StringComparison.Ordinal);
        Assert.InRange(content.Length, 1980, 2000);
    }

    [Fact]
    public async Task Opens_A_Modal_When_That_Is_The_Callback()
    {
        await using var fixture = await RestFixture.StartAsync();
        var modal = new ModalReply("contribute:1", "Contribuir",
        [
            new ModalField("Línea", new TextInput("line", Paragraph: true, MaxLength: 300, Placeholder: "¡No!", Value: "x"), "Como se dice"),
            new ModalField("Licencia", new SelectMenu("licence", [new SelectOption("CC0", "cc0")], MinValues: 0)),
        ]);

        await fixture.Client.PostCallbackAsync(fixture.Fresh(), modal, Cancellation);

        var data = fixture.Discord.Calls.Single().Json!["data"]!;
        Assert.Equal(18, (int)data["components"]![0]!["type"]!);
        Assert.Equal(2, (int)data["components"]![0]!["component"]!["style"]!);
        Assert.False((bool)data["components"]![1]!["component"]!["required"]!);
    }

    public static TheoryData<Reply, string> Callbacks => new()
    {
        { new PongReply(), """{"type":1}""" },
        { new DeferredReply(true), """{"type":5,"data":{"flags":64}}""" },
        { new DeferredReply(true, ReplacesMessage: true), """{"type":6}""" },
        { new ChoicesReply([new Choice("Amnesia", "amnesia")]), """{"type":8,"data":{"choices":[{"name":"Amnesia","value":"amnesia"}]}}""" },
        { new ChoicesReply([]), """{"type":8,"data":{"choices":[]}}""" },
        { new MessageReply { Content = "a", Ephemeral = true }, """{"type":4,"data":{"content":"a","embeds":[],"components":[],"attachments":[],"allowed_mentions":{"parse":[]},"flags":64}}""" },
        { new MessageReply { Content = "a", ReplacesMessage = true }, """{"type":7,"data":{"content":"a","embeds":[],"components":[],"attachments":[],"allowed_mentions":{"parse":[]}}}""" },
    };

    [Theory]
    [MemberData(nameof(Callbacks), DisableDiscoveryEnumeration = true)]
    public async Task Has_The_Right_Type_When_It_Is_A_Callback(Reply reply, string json)
    {
        await using var fixture = await RestFixture.StartAsync();

        await fixture.Client.PostCallbackAsync(fixture.Fresh(), reply, Cancellation);

        Assert.Equal(json, fixture.Discord.Calls.Single().Json!.ToJsonString());
    }

    [Fact]
    public async Task Tells_In_Private_Then_Deletes_When_A_Public_Deferral_Failed()
    {
        await using var fixture = await RestFixture.StartAsync();
        var interaction = await fixture.DeferredAsync(Cancellation);

        await fixture.Client.ReplaceByPrivateAsync(interaction, new MessageReply { Content = "No se pudo." }, Cancellation);

        // A follow-up sent while the deferral stands would take its place, and be seen by all.
        Assert.Equal(
            [LoopbackCallKind.Callback, LoopbackCallKind.Edit, LoopbackCallKind.FollowUp, LoopbackCallKind.Delete],
            fixture.Discord.Calls.Select(call => call.Kind));
        Assert.Equal("…", (string?)fixture.Discord.Calls[1].Json!["content"]);
        var followUp = fixture.Discord.Calls[2].Json!;
        Assert.Equal(64, (int)followUp["flags"]!);
        Assert.Equal("No se pudo.", (string?)followUp["content"]);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(0)]
    public async Task Still_Tells_When_Discord_Is_Broken_While_A_Public_Deferral_Is_Replaced(int status)
    {
        await using var fixture = await RestFixture.StartAsync();
        var interaction = await fixture.DeferredAsync(Cancellation);
        var fault = status == 0 ? LoopbackFault.Cut : new LoopbackFault { Status = status };
        fixture.Discord.Script(LoopbackCallKind.FollowUp, [.. Enumerable.Repeat(fault, 12)]);

        await fixture.Client.ReplaceByPrivateAsync(interaction, new MessageReply { Content = "No se pudo." }, Cancellation);

        Assert.EndsWith($"{status} 200", fixture.Statuses(LoopbackCallKind.FollowUp), StringComparison.Ordinal);
        Assert.Equal(LoopbackCallKind.Delete, fixture.Discord.Calls[^1].Kind);
    }

    [Fact]
    public async Task Edits_When_The_Private_Message_Is_Refused()
    {
        await using var fixture = await RestFixture.StartAsync();
        var interaction = await fixture.DeferredAsync(Cancellation);
        fixture.Discord.Script(LoopbackCallKind.FollowUp, new LoopbackFault { Status = 403 });

        await fixture.Client.ReplaceByPrivateAsync(interaction, new MessageReply { Content = "No se pudo." }, Cancellation);

        Assert.Equal("No se pudo.", (string?)fixture.Discord.Calls[^1].Json!["content"]);
        Assert.Equal(LoopbackCallKind.Edit, fixture.Discord.Calls[^1].Kind);
        Assert.DoesNotContain(fixture.Discord.Calls, call => call.Kind == LoopbackCallKind.Delete);
    }

    [Fact]
    public async Task Has_Told_The_Person_When_The_Deferral_Cannot_Be_Deleted()
    {
        await using var fixture = await RestFixture.StartAsync();
        var interaction = await fixture.DeferredAsync(Cancellation);
        fixture.Discord.Script(LoopbackCallKind.Delete, new LoopbackFault { Status = 403 });

        await fixture.Client.ReplaceByPrivateAsync(interaction, new MessageReply { Content = "No se pudo." }, Cancellation);

        Assert.Equal("200", fixture.Statuses(LoopbackCallKind.FollowUp));
        Assert.Equal("403", fixture.Statuses(LoopbackCallKind.Delete));
    }

    [Fact]
    public async Task Sends_Another_Message_When_It_Follows_Up()
    {
        await using var fixture = await RestFixture.StartAsync();
        var interaction = await fixture.DeferredAsync(Cancellation);

        await fixture.Client.FollowUpAsync(interaction, new MessageReply { Content = "más" }, Cancellation);

        Assert.False(((System.Text.Json.Nodes.JsonObject)fixture.Discord.Calls[1].Json!).ContainsKey("flags"));
    }

    [Fact]
    public async Task Says_What_Discord_Said_When_It_Refuses()
    {
        await using var fixture = await RestFixture.StartAsync();
        var interaction = fixture.Fresh();
        await fixture.Client.PostCallbackAsync(interaction, new DeferredReply(false), Cancellation);

        var failure = await Assert.ThrowsAsync<DiscordRequestException>(() => fixture.Client.PostCallbackAsync(interaction, new DeferredReply(false), Cancellation));

        Assert.Equal("POST interactions/{id}/{token}/callback was answered with 400: 40060 Interaction has already been acknowledged.", failure.Message);
        Assert.Equal(HttpStatusCode.BadRequest, failure.Status);
    }

    [Fact]
    public async Task Reaches_The_Same_Path_When_A_Token_Has_Odd_Characters()
    {
        await using var fixture = await RestFixture.StartAsync();
        var json = Payloads.Command("c");
        json["token"] = "aW50/ZXJ+hY3Rpb24=?#";
        var interaction = fixture.Fresh(json);

        await fixture.Client.PostCallbackAsync(interaction, new DeferredReply(false), Cancellation);

        Assert.Equal("204", fixture.Statuses(LoopbackCallKind.Callback));
    }
}
