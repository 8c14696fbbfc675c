using System.Globalization;
using System.Text.Json.Nodes;
using CsCheck;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Discord.Wire;
using Telenovela.Tests.Loopback;

namespace Telenovela.Tests.Discord.Wire;

/// <summary>Whatever a model writes and however long it is, Discord's own description finds nothing to complain about.</summary>
public sealed class ReplyJsonProperties
{
    private static readonly string[] Pieces = ["amor ", "traición", "\n", "```", "@everyone ", "\U0001F494", "\ud800", "\0", "\u202e", "é", "<@1>", "…", " ", "\"\\"];

    private static readonly Gen<string> Text = Gen.Frequency(
        (3, Gen.Int[0, Pieces.Length - 1].Array[0, 20].Select(Join)),
        (1, Gen.Int[0, Pieces.Length - 1].Array[300, 1200].Select(Join)));

    private static readonly Gen<Embed> AnyEmbed = Gen.Select(
        Text.Null(), Text.Null(), Text.Null(), Gen.Select(Text, Text, Gen.Bool, (name, value, inline) => new EmbedField(name, value, inline)).Array[0, 27],
        (title, description, footer, fields) => new Embed { Title = title, Description = description, Footer = footer, Fields = fields, Color = 0xABCDEF });

    private static readonly Gen<MessageReply> AnyMessage = Gen.Select(
        Text, AnyEmbed.Array[0, 12], Text.Array[0, 12], Gen.Int[0, 7], Gen.Bool,
        (content, embeds, words, rows, ephemeral) => new MessageReply
        {
            Content = content,
            Embeds = embeds,
            Ephemeral = ephemeral,
            Rows = [.. Enumerable.Range(0, rows).Select(row => Row(row, words))],
            Files = [.. words.Select((description, at) => new FileAttachment($"f{at}.txt", new byte[] { 1 }, "text/plain", description))],
        });

    [Fact]
    public void Is_Accepted_When_A_Message_Is_Arbitrary()
    {
        Assert.SkipUnless(DiscordSchema.IsPresent, DiscordSchema.Absent);
        AnyMessage.Sample(
            message =>
            {
                var files = message.Files.Take(10).Select((file, at) => new LoopbackFile(string.Create(CultureInfo.InvariantCulture, $"files[{at}]"), file.Name, "", [])).ToList();
                Assert.Empty(LoopbackJudge.Edit(Json(ReplyJson.Edit(message)), files));
                Assert.Empty(LoopbackJudge.FollowUp(Json(ReplyJson.FollowUp(message)), files));
                Assert.Empty(LoopbackJudge.Callback(Json(ReplyJson.Callback(message)), files));
            },
            iter: 80, threads: 2);
    }

    [Fact]
    public void Is_Accepted_When_A_Modal_Or_Suggestions_Are_Wordy()
    {
        Assert.SkipUnless(DiscordSchema.IsPresent, DiscordSchema.Absent);
        Gen.Select(Text.Select(text => $"t{text}"), Text.Null(), (text, description) => (Reply)new ModalReply("m:1", text,
            [new ModalField(text, new TextInput("a", Value: text, Placeholder: text), description), new ModalField(text, Select("b", text, description), description)]))
            .Sample(modal => Assert.Empty(LoopbackJudge.Callback(Json(ReplyJson.Callback(modal)), [])), iter: 80, threads: 2);
        Gen.Select(Text, Text, (name, value) => new Choice(name, value)).Array[0, 30]
            .Sample(choices => Assert.Empty(LoopbackJudge.Callback(Json(ReplyJson.Callback(new ChoicesReply(choices))), [])), iter: 80, threads: 2);
    }

    private static string Join(int[] pieces) => string.Concat(pieces.Select(piece => Pieces[piece]));

    private static ActionRow Row(int row, string[] words) => row % 2 == 0
        ? new ActionRow(Select($"s{row}", $"x{words.FirstOrDefault()}", words.LastOrDefault()))
        : new ActionRow([.. words.Take(7).Select((word, at) => new Button($"b{row}:{at}", word))]) is { Components.Count: > 0 } full ? full : new ActionRow(new Button($"b{row}", "x"));

    private static SelectMenu Select(string id, string label, string? description) =>
        new(id, [.. Enumerable.Range(0, 27).Select(at => new SelectOption(label, $"v{at}", description))], label, 1, 27);

    private static JsonNode? Json(WirePayload payload) => JsonNode.Parse(payload.Json.Span);
}
