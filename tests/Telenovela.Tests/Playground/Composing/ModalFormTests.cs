using System.Text.Json;
using Telenovela.Playground.Composing;
using Telenovela.Playground.Replies;
using Telenovela.Playground.Uploads;

namespace Telenovela.Tests.Playground.Composing;

public sealed class ModalFormTests
{
    private static readonly JsonSerializerOptions SnakeCase = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private static readonly PlaygroundUpload File = new(1, "a.srt", "text/plain", new byte[3], new Uri("http://127.0.0.1/playground/uploads/1/a.srt"));

    [Fact]
    public void Names_Every_Wrong_Field_When_It_Is_Submitted_Too_Soon()
    {
        var form = new ModalForm(Modal());

        Assert.Null(form.Check());
        Assert.Equal(
            ["ProblemFieldRequired", null, "ProblemSelectFew", "ProblemFilesFew"],
            form.Fields.Select(field => field.Problem?.Key));
    }

    [Theory]
    [InlineData("ab", "ProblemTooShort")]
    [InlineData("abcdef", "ProblemTooLong")]
    [InlineData("   ", "ProblemFieldRequired")]
    [InlineData("abcd", null)]
    public void Keeps_Texts_Within_Their_Lengths_When_They_Are_Entered(string text, string? key)
    {
        var field = new ModalForm(Modal()).Fields[0];
        field.Text = text;

        Assert.Equal(key is null, field.Check());
        Assert.Equal(key, field.Problem?.Key);
    }

    [Fact]
    public void Gives_Texts_Choices_And_Files_When_All_Is_Filled_In()
    {
        var form = new ModalForm(Modal());
        form.Fields[0].Text = "abcd";
        form.Fields[2].Values = ["a", "b"];
        form.Fields[3].Files = [File];

        var given = form.Check();

        Assert.NotNull(given);
        Assert.Equal([(4, "title"), (4, "old"), (3, "pick"), (19, "file")], given.Select(field => (field.Type, field.CustomId)));
        Assert.Equal(["a", "b"], given[2].Values);
        Assert.Equal([File], given[3].Files);
    }

    [Fact]
    public void Refuses_Files_When_There_Are_Too_Many()
    {
        var field = new ModalForm(Modal()).Fields[3];
        field.Files = [File, File, File];

        Assert.False(field.Check());
        Assert.Equal("ProblemFilesMany", field.Problem?.Key);
    }

    // As Discord writes modals: labels around fields, words to be read, and the deprecated row.
    private static ModalBody Modal() => JsonSerializer.Deserialize<ModalBody>(
        """
        {"custom_id": "m", "title": "T", "components": [
          {"type": 10, "content": "Please read."},
          {"type": 18, "label": "Title", "component": {"type": 4, "custom_id": "title", "style": 1, "min_length": 3, "max_length": 5}},
          {"type": 1, "components": [{"type": 4, "custom_id": "old", "style": 2, "label": "Old", "required": false}]},
          {"type": 18, "label": "Pick", "component": {"type": 3, "custom_id": "pick", "min_values": 2, "max_values": 2,
            "options": [{"label": "A", "value": "a"}, {"label": "B", "value": "b"}, {"label": "C", "value": "c"}]}},
          {"type": 18, "label": "File", "component": {"type": 19, "custom_id": "file", "max_values": 2}}
        ]}
        """,
        SnakeCase)!;
}
