using System.Text.Json.Nodes;

namespace Telenovela.Tests.Loopback;

/// <summary>The judge itself is judged: it has to tell right from wrong.</summary>
public sealed class DiscordSchemaTests
{
    private const string Message = "CreateMessageInteractionCallbackRequest";
    private const string Update = "UpdateMessageInteractionCallbackRequest";
    private const string Choices = "ApplicationCommandAutocompleteCallbackRequest";
    private const string Modal = "ModalInteractionCallbackRequest";
    private const string Edit = "IncomingWebhookUpdateRequestPartial";
    private const string Command = "ApplicationCommandUpdateRequest";

    [Theory]
    [InlineData(Message, """{"type":4,"data":{"content":"hola","allowed_mentions":{"parse":[]},"flags":64,"embeds":[{"title":"t","color":1}],"components":[{"type":1,"components":[{"type":2,"style":1,"custom_id":"a","label":"A","emoji":{"name":"x"}}]}],"attachments":[{"id":"0","filename":"f.txt","description":"d"}]}}""")]
    [InlineData(Message, """{"type":5}""")]
    [InlineData(Update, """{"type":6}""")]
    [InlineData(Choices, """{"type":8,"data":{"choices":[{"name":"a","value":"b"}]}}""")]
    [InlineData(Modal, """{"type":9,"data":{"custom_id":"m","title":"T","components":[{"type":18,"label":"L","component":{"type":4,"custom_id":"a","style":1}}]}}""")]
    [InlineData(Edit, """{"content":"x","embeds":[],"components":[],"attachments":[],"allowed_mentions":{"parse":[]}}""")]
    [InlineData(Command, """{"type":1,"name":"a","description":"b","default_member_permissions":"8192","contexts":[0],"options":[{"type":1,"name":"s","description":"d","options":[{"type":4,"name":"n","description":"d","min_value":1}]}]}""")]
    public void Accepts_What_Is_Right(string schema, string json) => Assert.Empty(Problems(schema, json));

    [Theory]
    [InlineData(Message, """{"type":9}""")]
    [InlineData(Message, """{"type":"4"}""")]
    [InlineData(Message, """{"data":{}}""")]
    [InlineData(Message, """{"type":4,"data":{"content":5}}""")]
    [InlineData(Message, """{"type":4,"data":{"contents":"misspelt"}}""")]
    [InlineData(Message, """{"type":4,"data":{"embeds":[{"colour":1}]}}""")]
    [InlineData(Message, """{"type":4,"data":{"embeds":[{"color":16777216}]}}""")]
    [InlineData(Message, """{"type":4,"data":{"embeds":[{"fields":[{"name":"n"}]}]}}""")]
    [InlineData(Message, """{"type":4,"data":{"allowed_mentions":{"parse":["all"]}}}""")]
    [InlineData(Message, """{"type":4,"data":{"components":[{"type":2,"style":1,"custom_id":"a","label":"A"}]}}""")]
    [InlineData(Message, """{"type":4,"data":{"components":[{"type":1,"components":[]}]}}""")]
    [InlineData(Message, """{"type":4,"data":{"components":[{"type":1,"components":[{"type":2,"style":9,"custom_id":"a"}]}]}}""")]
    [InlineData(Message, """{"type":4,"data":{"components":[{"type":1,"components":[{"type":3,"custom_id":"a","options":[]}]}]}}""")]
    [InlineData(Message, """{"type":4,"data":{"components":[{"type":1,"components":[{"type":4,"custom_id":"a","style":1}]}]}}""")]
    [InlineData(Message, """{"type":4,"data":{"attachments":[{"filename":"no id"}]}}""")]
    [InlineData(Choices, """{"type":8,"data":{"choices":[{"name":"","value":"b"}]}}""")]
    [InlineData(Choices, """{"type":8}""")]
    [InlineData(Modal, """{"type":9,"data":{"custom_id":"m","title":"T","components":[]}}""")]
    [InlineData(Modal, """{"type":9,"data":{"custom_id":"m","title":"T","components":[{"type":18,"label":"L"}]}}""")]
    [InlineData(Modal, """{"type":9,"data":{"custom_id":"m","title":"a title that has many more than forty-five letters","components":[{"type":18,"label":"L","component":{"type":4,"custom_id":"a","style":1}}]}}""")]
    [InlineData(Edit, """{"content":[],"embeds":{}}""")]
    [InlineData(Command, """{"description":"no name"}""")]
    [InlineData(Command, """{"name":"a","default_member_permissions":"lots"}""")]
    [InlineData(Command, """{"name":"a","contexts":[3]}""")]
    [InlineData(Command, """{"name":"a","contexts":[]}""")]
    [InlineData(Command, """{"name":"a","options":[{"type":1,"name":"s"}]}""")]
    [InlineData(Command, """{"name":"a","options":[{"type":3,"name":"s","description":"d","min_value":1}]}""")]
    public void Refuses_What_Is_Wrong(string schema, string json) => Assert.NotEmpty(Problems(schema, json));

    [Fact]
    public void Counts_Letters_And_Entries_When_They_Are_Limited()
    {
        Assert.NotEmpty(Problems(Edit, new JsonObject { ["content"] = new string('x', 2001) }.ToJsonString()));
        Assert.Empty(Problems(Edit, new JsonObject { ["content"] = new string('x', 2000) }.ToJsonString()));
        Assert.NotEmpty(Problems(Edit, new JsonObject { ["embeds"] = new JsonArray([.. Enumerable.Range(0, 11).Select(_ => new JsonObject())]) }.ToJsonString()));
        Assert.NotEmpty(Problems(Command, new JsonObject { ["name"] = new string('x', 33) }.ToJsonString()));
    }

    private static IReadOnlyList<string> Problems(string schema, string json)
    {
        Assert.SkipUnless(DiscordSchema.IsPresent, DiscordSchema.Absent);
        return DiscordSchema.Instance.Problems(JsonNode.Parse(json), schema);
    }
}
