using Telenovela.Bot.Interactions.Replies;
using Telenovela.Discord.Wire;

namespace Telenovela.Tests.Discord.Wire;

public sealed class MessageLimitsTests
{
    private static readonly string Long = string.Join(' ', Enumerable.Repeat("traición", 1000));

    [Fact]
    public void Cuts_Every_Text_When_A_Message_Is_Too_Long()
    {
        var message = MessageLimits.Trim(new MessageReply
        {
            Content = Long,
            Embeds = [.. Enumerable.Range(0, 12).Select(_ => new Embed { Title = Long, Description = Long[..1500], Footer = "fin", Fields = [new EmbedField("", Long)] })],
            Rows = [new ActionRow(new Button("a", Long), new Button("b", "B")), new ActionRow(new SelectMenu("c", [new SelectOption(Long, "v", Long)], Long, 1, 9))],
            Files = [new FileAttachment("f.txt", new byte[1], "text/plain", Long)],
        });

        Assert.InRange(message.Content.Length, 1900, 2000);
        Assert.InRange(message.Embeds.Sum(embed => (embed.Title?.Length ?? 0) + (embed.Description?.Length ?? 0) + (embed.Footer?.Length ?? 0) + embed.Fields.Sum(field => field.Name.Length + field.Value.Length)), 5000, 6000);
        Assert.Equal("\u200b", message.Embeds[0].Fields.Single().Name);
        Assert.InRange(((Button)message.Rows[0].Components[0]).Label.Length, 60, 80);
        var select = (SelectMenu)message.Rows[1].Components[0];
        Assert.InRange(select.Placeholder!.Length, 100, 150);
        Assert.Equal((1, 1), (select.MinValues, select.MaxValues));
        Assert.InRange(message.Files[0].Description.Length, 900, 1024);
    }

    [Fact]
    public void Becomes_An_Ellipsis_When_A_Message_Is_Empty() =>
        Assert.Equal("…", MessageLimits.Trim(new MessageReply { Embeds = [new Embed()] }).Content);

    [Fact]
    public void Leaves_Suggestions_Out_When_Their_Value_Would_Be_Cut()
    {
        Choice[] choices = [new("good", "good"), new(Long, "short"), new("lost", Long), new(" ", "blank"), .. Enumerable.Range(0, 30).Select(n => new Choice($"{n}", $"{n}"))];

        var trimmed = ((ChoicesReply)MessageLimits.Trim((Reply)new ChoicesReply(choices))).Choices;

        Assert.Equal(25, trimmed.Count);
        Assert.Equal(["good", "short", "0"], trimmed.Take(3).Select(choice => choice.Value));
        Assert.All(trimmed, choice => Assert.InRange(choice.Name.Length, 1, 100));
    }

    [Fact]
    public void Cuts_Labels_When_A_Modal_Is_Too_Wordy()
    {
        var modal = (ModalReply)MessageLimits.Trim((Reply)new ModalReply("m", Long, [new ModalField(Long, new TextInput("t", MaxLength: 20, Value: Long, Placeholder: Long), Long)]));

        Assert.InRange(modal.Title.Length, 30, 45);
        Assert.InRange(modal.Fields[0].Label.Length, 30, 45);
        Assert.InRange(modal.Fields[0].Description!.Length, 80, 100);
        var input = (TextInput)modal.Fields[0].Input;
        Assert.InRange(input.Value!.Length, 8, 20);
        Assert.InRange(input.Placeholder!.Length, 80, 100);
    }

    public static TheoryData<Reply, string> Wrong => new()
    {
        { new MessageReply(), "A message needs a text, an embed or a file." },
        { new MessageReply { Content = "x", Rows = [new ActionRow()] }, "A row has 1 to 5 components." },
        { new MessageReply { Content = "x", Rows = [.. Enumerable.Range(0, 6).Select(n => new ActionRow(new Button($"{n}", "x")))] }, "A message has at most 5 rows." },
        { new MessageReply { Content = "x", Rows = [new ActionRow(new Button("a", "x"), new Button("a", "y"))] }, "Custom ids are unique." },
        { new MessageReply { Content = "x", Rows = [new ActionRow(new Button(new string('a', 101), "x"))] }, "A custom id has 1 to 100 characters." },
        { new MessageReply { Content = "x", Rows = [new ActionRow(new SelectMenu("s", [new SelectOption("a", "a")]), new Button("b", "x"))] }, "A select stands alone in its row." },
        { new MessageReply { Content = "x", Rows = [new ActionRow(new TextInput("t"))] }, "Under a message stand only buttons and selects." },
        { new MessageReply { Content = "x", Embeds = [new Embed { Title = "t", Color = 0x1000000 }] }, "A colour is 0xRRGGBB." },
        { new MessageReply { Content = "x", Rows = [new ActionRow(new SelectMenu("s", [new SelectOption("a", "a")], MaxValues: 2))] }, "A select's smallest and largest numbers lie between 0 and the number of its options." },
        { new ModalReply("m", "t", []), "A modal has 1 to 5 fields." },
        { new ModalReply("m", "t", [new ModalField("l", new Button("b", "x"))]), "In a modal stand only text inputs and selects." },
        { new ChoicesReply([.. Enumerable.Range(0, 26).Select(n => new Choice($"{n}", $"{n}"))]), "There are at most 25 suggestions." },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void Says_What_Is_Wrong_When_Structure_Is(Reply reply, string words) =>
        Assert.Contains(words, Assert.Throws<ArgumentException>(() => MessageLimits.Validate(reply)).Message, StringComparison.Ordinal);

    [Fact]
    public void Is_Content_When_Only_Texts_Are_Too_Long() =>
        MessageLimits.Validate(new MessageReply { Content = Long, Rows = [new ActionRow(new Button("a", Long))] });
}
