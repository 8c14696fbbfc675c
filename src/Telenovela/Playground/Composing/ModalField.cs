using Telenovela.Playground.Replies;
using Telenovela.Playground.Texts;
using Telenovela.Playground.Uploads;
using Telenovela.Playground.Wire;

namespace Telenovela.Playground.Composing;

/// <summary>A field of a modal that is being filled in.</summary>
/// <param name="label">What stands above it.</param>
/// <param name="description">More words; null for none.</param>
/// <param name="input">The text input, select or upload.</param>
public sealed class ModalField(string label, string? description, ComponentBody input)
{
    /// <summary>Discord's largest text.</summary>
    private const int LongestText = 4000;

    /// <summary>What stands above it.</summary>
    public string Label { get; } = label;

    /// <summary>More words; null for none.</summary>
    public string? Description { get; } = description;

    /// <summary>The text input, select or upload.</summary>
    public ComponentBody Input { get; } = input;

    /// <summary>What stands in a text input.</summary>
    public string Text { get; set; } = input.Value ?? "";

    /// <summary>What is chosen in a select.</summary>
    public IReadOnlyList<string> Values { get; set; } = [.. input.Options.Where(option => option.Default).Select(option => option.Value)];

    /// <summary>What is given to an upload.</summary>
    public IReadOnlyList<PlaygroundUpload> Files { get; set; } = [];

    /// <summary>What is wrong; null where nothing is known to be.</summary>
    public PlaygroundProblem? Problem { get; private set; }

    /// <summary>Most characters of a text input.</summary>
    public int MaxLength => Input.MaxLength ?? LongestText;

    /// <summary>Finds out what is wrong.</summary>
    /// <returns>Whether nothing is.</returns>
    public bool Check()
    {
        Problem = Input.Type switch
        {
            ComponentKind.TextInput => OfText(),
            ComponentKind.FileUpload => OfFiles(),
            _ => OfValues(),
        };
        return Problem is null;
    }

    /// <summary>Says what is wrong with a file that can't be taken.</summary>
    public void Refuse(PlaygroundProblem problem) => Problem = problem;

    /// <summary>What to send.</summary>
    public GivenField Given() => new((int)Input.Type, Input.CustomId, Input.Type == ComponentKind.TextInput ? [Text] : Values, Files);

    private PlaygroundProblem? OfText() => Text.Length switch
    {
        0 => Input.MustBeFilled ? new PlaygroundProblem("ProblemFieldRequired") : null,
        _ when Input.MustBeFilled && string.IsNullOrWhiteSpace(Text) => new PlaygroundProblem("ProblemFieldRequired"),
        var length when length < Input.MinLength => new PlaygroundProblem("ProblemTooShort", Input.MinLength, length),
        var length when length > MaxLength => new PlaygroundProblem("ProblemTooLong", MaxLength, length),
        _ => null,
    };

    private PlaygroundProblem? OfValues() => Values.Count switch
    {
        0 when !Input.MustBeFilled => null,
        var count when count < Math.Max(Input.MinValues ?? 1, Input.MustBeFilled ? 1 : 0) => new PlaygroundProblem("ProblemSelectFew", Math.Max(Input.MinValues ?? 1, 1)),
        _ => null,
    };

    private PlaygroundProblem? OfFiles() => Files.Count switch
    {
        0 when !Input.MustBeFilled => null,
        var count when count < (Input.MinValues ?? 1) => new PlaygroundProblem("ProblemFilesFew", Input.MinValues ?? 1),
        var count when count > (Input.MaxValues ?? 1) => new PlaygroundProblem("ProblemFilesMany", Input.MaxValues ?? 1),
        _ => null,
    };
}
