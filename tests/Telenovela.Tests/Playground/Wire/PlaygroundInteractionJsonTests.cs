using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Discord;
using Telenovela.Discord.Wire;
using Telenovela.Playground.Commands;
using Telenovela.Playground.People;
using Telenovela.Playground.Texts;
using Telenovela.Playground.Uploads;
using Telenovela.Playground.Wire;

namespace Telenovela.Tests.Playground.Wire;

public sealed class PlaygroundInteractionJsonTests
{
    private static readonly PlaygroundActor Lucia = new(PlaygroundPeople.All[0], PlaygroundLocale.All[1]);
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
    private readonly CommandBook _book = new(new FakeCatalog());
    private readonly SnowflakeSource _snowflakes;
    private readonly PlaygroundInteractionJson _json;

    public PlaygroundInteractionJsonTests()
    {
        _snowflakes = new SnowflakeSource(_clock);
        _json = new PlaygroundInteractionJson(_snowflakes, _clock, Options.Create(new DiscordOptions()));
    }

    [Fact]
    public void Is_Read_Back_When_A_Command_Is_Sent()
    {
        var command = Command("telenovela generate");
        var interaction = Read(_json.Command(Lucia, command, [Given(command, "prompt", "Te amo"), Given(command, "length", 200), Given(command, "temperature", 0.8)]));

        Assert.Equal(InteractionType.Command, interaction.Type);
        Assert.Equal("telenovela generate", interaction.Command!.Path);
        Assert.Equal("Te amo", interaction.Command.Text("prompt"));
        Assert.Equal(200, interaction.Command.WholeNumber("length"));
        Assert.Equal(0.8, interaction.Command.Number("temperature"));
        Assert.Equal("es-419", interaction.Locale);
        Assert.Equal(new InteractionUser(Lucia.Person.Id, "Lucía"), interaction.User);
        Assert.Equal(Lucia.Person.Permissions, interaction.MemberPermissions);
        Assert.Equal(PlaygroundInteractionJson.Guild, interaction.GuildId);
        Assert.Equal(PlaygroundInteractionJson.Channel, interaction.ChannelId);
        Assert.Equal(PlaygroundInteractionJson.MadeUpApplication, interaction.ApplicationId);
    }

    [Fact]
    public void Is_Read_Back_When_A_Command_Has_No_Subcommand() =>
        Assert.Equal("review", Read(_json.Command(Lucia, Command("review"), [])).Command!.Path);

    [Fact]
    public void Is_Read_Back_When_A_Subcommand_Stands_In_A_Group()
    {
        var command = Command("telenovela season begin");
        var interaction = Read(_json.Command(Lucia, command, [Given(command, "title", "El fin")]));

        Assert.Equal("telenovela season begin", interaction.Command!.Path);
        Assert.Equal("El fin", interaction.Command.Text("title"));
    }

    [Fact]
    public void Names_The_Focused_Option_When_Suggestions_Are_Asked_For()
    {
        var command = Command("telenovela generate");
        var interaction = Read(_json.Autocomplete(Lucia, command, [Given(command, "length", "2x"), Given(command, "telenovela", "hi") with { Focused = true }]));

        Assert.Equal(InteractionType.Autocomplete, interaction.Type);
        Assert.Equal(("telenovela", "hi"), (interaction.Command!.Focused!.Name, (string)interaction.Command.Focused.Value!));
    }

    [Fact]
    public void Carries_The_Message_When_A_Component_Is_Used()
    {
        var message = new JsonObject
        {
            ["id"] = "5",
            ["content"] = "words",
            ["embeds"] = new JsonArray(new JsonObject { ["description"] = "lines" }, new JsonObject { ["title"] = "t" }),
        };

        var button = Read(_json.Component(Lucia, message, 2, "again:1", null)).Component!;
        var select = Read(_json.Component(Lucia, message, 3, "mood", ["love"])).Component!;

        Assert.Equal(("again:1", 5UL, "words"), (button.CustomId, button.Message.Id, button.Message.Content));
        Assert.Equal(["lines", ""], button.Message.EmbedDescriptions);
        Assert.Empty(button.Values);
        Assert.Equal(["love"], select.Values);
    }

    [Fact]
    public void Brings_Texts_Choices_And_Files_When_A_Modal_Is_Submitted()
    {
        var upload = new PlaygroundUploads(_snowflakes).Keep(new Uri("http://127.0.0.1:5080/"), "C:\\scripts\\a b.fountain", "text/plain", new byte[7]);
        var modal = Read(_json.ModalSubmit(
            Lucia, "contribution", [new GivenField(4, "title", ["The letter"], []), new GivenField(3, "licence", ["cc0"], []), new GivenField(19, "file", [], [upload])], null)).Modal!;

        Assert.Equal("contribution", modal.CustomId);
        Assert.Equal("The letter", modal.Text("title"));
        Assert.Equal(["cc0"], modal.Fields["licence"]);
        var file = modal.Attachments[ulong.Parse(modal.Fields["file"][0], System.Globalization.CultureInfo.InvariantCulture)];
        Assert.Equal(("a b.fountain", 7L, "text/plain"), (file.FileName, file.Size, file.ContentType));
        Assert.Equal($"http://127.0.0.1:5080/playground/uploads/{upload.Id}/a%20b.fountain", file.Url.AbsoluteUri);
    }

    [Fact]
    public void Uses_The_Applications_Id_When_One_Is_Configured()
    {
        var json = new PlaygroundInteractionJson(_snowflakes, _clock, Options.Create(new DiscordOptions { ApplicationId = "42" }));

        Assert.Equal(42UL, Read(json.Command(Lucia, Command("review"), [])).ApplicationId);
    }

    [Fact]
    public void Never_Repeats_A_Snowflake_When_The_Clock_Stands_Still()
    {
        var ids = Enumerable.Range(0, 1000).Select(_ => _snowflakes.Next()).ToList();

        Assert.Equal(ids.Order().Distinct(), ids);
        Assert.Equal(_clock.GetUtcNow(), DateTimeOffset.FromUnixTimeMilliseconds((long)(ids[0] >> 22) + 1_420_070_400_000));
    }

    private static Interaction Read(byte[] utf8)
    {
        var parse = InteractionParser.Parse(utf8);
        Assert.True(parse.Succeeded, parse.Failure?.ToString());
        return parse.Interaction;
    }

    private static GivenOption Given(PlaygroundCommand command, string name, JsonNode value) =>
        new(command.Options.Single(option => option.Name.English == name), value);

    private PlaygroundCommand Command(string path) => _book.All.Single(command => command.Path == path);
}
