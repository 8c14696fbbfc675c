using System.Text;
using System.Text.Json.Nodes;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Discord.Wire;
using Telenovela.Tests.Loopback;

namespace Telenovela.Tests.Discord.Wire;

public sealed class InteractionParserTests
{
    [Fact]
    public void Reads_A_Command_When_It_Comes_From_A_Server()
    {
        var json = Payloads.Command("telenovela generate", Payloads.Option(3, "arc", "amnesia"), Payloads.Option(4, "lines", 12), Payloads.Option(10, "heat", 1));

        var read = Parsed(json);

        Assert.Equal(InteractionType.Command, read.Type);
        Assert.Equal(json["id"]!.GetValue<string>(), $"{read.Id}");
        Assert.Equal(Payloads.ApplicationId, read.ApplicationId);
        Assert.Equal(json["token"]!.GetValue<string>(), read.Token);
        Assert.Equal(new InteractionUser(Payloads.UserId, "La Abuela"), read.User);
        Assert.Equal("es-419", read.Locale);
        Assert.Equal(6600000000000000006ul, read.GuildId);
        Assert.Equal(7700000000000000007ul, read.ChannelId);
        Assert.Equal(8192ul, read.MemberPermissions);
        Assert.Equal("telenovela generate", read.Command!.Path);
        Assert.Equal(5500000000000000005ul, read.Command.Id);
        Assert.Equal(
            [new CommandOptionValue("arc", "amnesia"), new CommandOptionValue("lines", 12L), new CommandOptionValue("heat", 1.0)],
            read.Command.Options);
        Assert.Null(read.Component);
        Assert.Null(read.Modal);
    }

    [Fact]
    public void Reads_The_User_When_It_Comes_From_A_Direct_Message()
    {
        var read = Parsed(Payloads.DirectCommand("ping"));

        Assert.Equal(new InteractionUser(Payloads.UserId, "Abuela"), read.User);
        Assert.Null(read.GuildId);
        Assert.Null(read.MemberPermissions);
        Assert.Equal("ping", read.Command!.Path);
        Assert.Empty(read.Command.Options);
    }

    [Fact]
    public void Joins_The_Names_When_A_Subcommand_Stands_In_A_Group() =>
        Assert.Equal("telenovela corpus review", Parsed(Payloads.Command("telenovela corpus review")).Command!.Path);

    [Fact]
    public void Keeps_Half_A_Number_When_It_Is_Being_Typed()
    {
        var read = Parsed(Payloads.Autocomplete("telenovela generate", Payloads.Option(4, "lines", "1x", focused: true), Payloads.Option(4, "seed", 7)));

        Assert.Equal(new CommandOptionValue("lines", "1x", Focused: true), read.Command!.Focused);
        Assert.Equal(new CommandOptionValue("seed", 7L), read.Command.Options[1]);
    }

    [Theory]
    [InlineData(5, "true", true)]
    [InlineData(6, "\"42\"", 42ul)]
    [InlineData(7, "\"43\"", 43ul)]
    [InlineData(8, "\"44\"", 44ul)]
    [InlineData(9, "\"45\"", 45ul)]
    [InlineData(4, "5.0", 5L)]
    [InlineData(4, "-9007199254740991", -9007199254740991L)]
    [InlineData(10, "0.25", 0.25)]
    public void Gives_The_Values_Type_When_An_Option_Has_One(int type, string value, object expected) =>
        Assert.Equal(expected, Parsed(Payloads.Command("c", Payloads.Option(type, "o", JsonNode.Parse(value)))).Command!.Options.Single().Value);

    [Fact]
    public void Resolves_The_File_When_An_Option_Names_One()
    {
        var json = Payloads.Command("telenovela contribute", Payloads.Option(11, "file", "99")).WithAttachment(Payloads.Attachment("99"));

        var file = Parsed(json).Command!.Attachments[99];

        Assert.Equal("capítulo.srt", file.FileName);
        Assert.Equal("cdn.discordapp.com", file.Url.Host);
        Assert.Equal(1234, file.Size);
        Assert.Equal("application/x-subrip; charset=utf-8", file.ContentType);
    }

    [Fact]
    public void Reads_The_Carrying_Message_When_A_Button_Was_Pressed()
    {
        var json = Payloads.Button("again:7", "hola", "uno", "dos");
        json["message"]!["embeds"]!.AsArray().Add(new JsonObject { ["title"] = "no description" });

        var component = Parsed(json).Component!;

        Assert.Equal("again:7", component.CustomId);
        Assert.Empty(component.Values);
        Assert.Equal(4400000000000000004ul, component.Message.Id);
        Assert.Equal("hola", component.Message.Content);
        Assert.Equal(["uno", "dos", ""], component.Message.EmbedDescriptions);
    }

    [Fact]
    public void Reads_What_Was_Chosen_When_A_Select_Was_Used() =>
        Assert.Equal(["a", "b"], Parsed(Payloads.Select("pick", "a", "b")).Component!.Values);

    [Fact]
    public void Reads_Every_Field_When_A_Modal_Has_Labels()
    {
        var json = Payloads.Modal(
            "contribute:1",
            new JsonObject { ["type"] = 10, ["id"] = 1 },
            Payloads.Label(Payloads.TextInput("line", "¡No puede ser!")),
            Payloads.Label(Payloads.Chosen(3, "licence", "cc0")),
            Payloads.Label(Payloads.Chosen(19, "file", "77")),
            Payloads.Label(new JsonObject { ["type"] = 23, ["custom_id"] = "consent", ["value"] = true }),
            Payloads.Label(new JsonObject { ["type"] = 21, ["custom_id"] = "tone", ["value"] = null }))
            .WithAttachment(Payloads.Attachment("77"));

        var modal = Parsed(json).Modal!;

        Assert.Equal("contribute:1", modal.CustomId);
        Assert.Equal("¡No puede ser!", modal.Text("line"));
        Assert.Equal(["cc0"], modal.Fields["licence"]);
        Assert.Equal(["77"], modal.Fields["file"]);
        Assert.Equal(["true"], modal.Fields["consent"]);
        Assert.Empty(modal.Fields["tone"]);
        Assert.Equal(77ul, modal.Attachments.Single().Key);
    }

    [Fact]
    public void Reads_Every_Field_When_A_Modal_Has_Action_Rows() =>
        Assert.Equal("hola", Parsed(Payloads.Modal("m", Payloads.Row(Payloads.TextInput("line", "hola")))).Modal!.Text("line"));

    [Theory]
    [InlineData("""{"type":1}""")]
    [InlineData("""{"type":1,"id":"13","application_id":"67","token":"x","user":{"id":"2","username":null}}""")]
    [InlineData("""{"type":1,"user":{"id":"2"},"token":7}""")]
    [InlineData("""{"type":1,"user":"nobody","id":null}""")]
    public void Insists_On_Nothing_But_The_Type_When_It_Is_A_Ping(string json)
    {
        var read = InteractionParser.Parse(Encoding.UTF8.GetBytes(json));

        Assert.Equal(InteractionType.Ping, read.Interaction?.Type);
    }

    [Theory]
    [InlineData("", "must be well-formed JSON without duplicate members")]
    [InlineData("{", "must be well-formed JSON without duplicate members")]
    [InlineData("[]", "must be an object")]
    [InlineData("{}", "type is missing")]
    [InlineData("""{"type":1,"type":1}""", "must be well-formed JSON without duplicate members")]
    [InlineData("""{"type":"1"}""", "type must be a whole number")]
    [InlineData("""{"type":6}""", "type must be 1 to 5")]
    [InlineData("""{"type":2}""", "data is missing")]
    [InlineData("""{"type":2,"id":"1","application_id":"1","data":{},"token":"\ud800"}""", "must hold no half of a surrogate pair")]
    [InlineData("""{"type":1,"\ud800":1}""", "must hold no half of a surrogate pair")]
    public void Says_What_Is_Wrong_When_The_Whole_Is_No_Interaction(string json, string words)
    {
        var read = InteractionParser.Parse(Encoding.UTF8.GetBytes(json));

        Assert.False(read.Succeeded);
        Assert.Equal(words, read.Failure.ToString());
    }

    [Theory]
    [InlineData("id", "123", "id must be a string")]
    [InlineData("id", "\"12a\"", "id must be a snowflake: digits in a string")]
    [InlineData("id", "\"-1\"", "id must be a snowflake: digits in a string")]
    [InlineData("id", "\"99999999999999999999\"", "id must be a snowflake: digits in a string")]
    [InlineData("token", "\" \"", "token is empty")]
    [InlineData("application_id", "null", "application_id is missing")]
    [InlineData("member.permissions", "null", "member.permissions is missing")]
    [InlineData("member.user", "null", "member.user is missing")]
    [InlineData("member.user.id", "null", "member.user.id is missing")]
    [InlineData("guild_id", "7", "guild_id must be a string")]
    [InlineData("data.type", "3", "data.type must be 1, a slash command")]
    [InlineData("data.name", "\"a b\"", "data.name must hold no white space")]
    [InlineData("data.options", "{}", "data.options must be a list")]
    [InlineData("data.options", """[{"type":99,"name":"x","value":"y"}]""", "data.options[0].type is unknown")]
    [InlineData("data.options", """[{"type":4,"name":"x","value":1.5}]""", "data.options[0].value must be a whole number")]
    [InlineData("data.options", """[{"type":10,"name":"x","value":1e999}]""", "data.options[0].value must be a number")]
    [InlineData("data.options", """[{"type":1,"name":"x"},{"type":1,"name":"y"}]""", "data.options[0] must be the only subcommand, at most two levels down")]
    [InlineData("data.resolved", """{"attachments":{"1":{"id":"1","filename":"f","url":"file:///etc/passwd","size":1}}}""", "data.resolved.attachments.*.url must be a web address")]
    public void Says_Where_It_Is_Wrong_When_One_Member_Is(string path, string value, string words)
    {
        var json = Payloads.Command("c");
        JsonNode parent = json;
        var names = path.Split('.');
        foreach (var name in names[..^1])
        {
            parent = parent[name]!;
        }

        parent[names[^1]] = JsonNode.Parse(value);

        Assert.Equal(words, Parse(json).Failure!.ToString());
    }

    [Fact]
    public void Refuses_Bytes_When_They_Are_Not_Utf8() =>
        Assert.Equal("must be UTF-8", InteractionParser.Parse(new byte[] { 0x7B, 0xFF, 0x7D }).Failure!.ToString());

    [Fact]
    public void Refuses_Nesting_When_It_Is_Too_Deep()
    {
        var deep = Payloads.Command("c").ToJsonString().Insert(1, $"\"deep\":{new string('[', 40)}{new string(']', 40)},");

        Assert.False(InteractionParser.Parse(Encoding.UTF8.GetBytes(deep)).Succeeded);
    }

    private static Interaction Parsed(JsonObject json) => Parse(json) is { Succeeded: true } read ? read.Interaction : throw new InvalidOperationException($"{Parse(json).Failure}");

    private static InteractionParse Parse(JsonObject json) => InteractionParser.Parse(Encoding.UTF8.GetBytes(json.ToJsonString()));
}
