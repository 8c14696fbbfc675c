using System.Text.Json.Nodes;
using Telenovela.Bot.Commands.Definitions;
using Telenovela.Playground.Commands;
using Telenovela.Playground.Texts;
using Telenovela.Playground.Uploads;
using Telenovela.Playground.Wire;

namespace Telenovela.Playground.Composing;

/// <summary>An option that is being filled in.</summary>
/// <param name="definition">Which.</param>
public sealed class ComposerOption(OptionDefinition definition)
{
    private JsonNode? _picked;

    /// <summary>Which.</summary>
    public OptionDefinition Definition { get; } = definition;

    /// <summary>What stands in its field.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The file of an attachment option.</summary>
    public PlaygroundUpload? File { get; private set; }

    /// <summary>What is wrong with it; null until it was sent wrongly, and again after it was changed.</summary>
    public PlaygroundProblem? Problem { get; private set; }

    /// <summary>Takes what was typed.</summary>
    public void Type(string text) => (Text, _picked, Problem) = (text, null, null);

    /// <summary>Takes a suggestion, whose value differs from what is shown.</summary>
    public void Pick(string text, JsonNode value) => (Text, _picked, Problem) = (text, value, null);

    /// <summary>Takes a file.</summary>
    public void Attach(PlaygroundUpload? file) => (Text, File, Problem) = (file?.Name ?? "", file, null);

    /// <summary>Says what is wrong with a file that can't be taken.</summary>
    public void Refuse(PlaygroundProblem problem) => Problem = problem;

    /// <summary>The option to send; null where nothing is given or where it is wrong (then <see cref="Problem"/> is set).</summary>
    public GivenOption? Check()
    {
        if (Definition.Type == OptionType.Attachment)
        {
            Problem ??= File is null && Definition.Required ? new PlaygroundProblem("ProblemRequired") : null;
            return File is null ? null : new GivenOption(Definition, File.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), File: File);
        }

        if (_picked is not null)
        {
            return new GivenOption(Definition, _picked);
        }

        var check = OptionValidator.Check(Definition, Text);
        Problem = check.Problem;
        return check.Value is null ? null : new GivenOption(Definition, check.Value);
    }

    /// <summary>The option as it stands, for autocompletion: nothing is checked.</summary>
    public GivenOption AsTyped(bool focused) =>
        new(Definition, (!focused ? _picked ?? OptionValidator.Check(Definition, Text).Value : null) ?? Text, focused);
}
