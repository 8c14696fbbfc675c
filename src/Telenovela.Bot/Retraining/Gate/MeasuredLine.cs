using Telenovela.Bot.Retraining.Texts;
using Telenovela.Story.Models;

namespace Telenovela.Bot.Retraining.Gate;

/// <summary>A contributed line that models are measured on.</summary>
/// <param name="Telenovela">The telenovela's id.</param>
/// <param name="TelenovelaTitle">The telenovela's title.</param>
/// <param name="Character">Who speaks.</param>
/// <param name="Text">The words with their cues in parentheses.</param>
public sealed record MeasuredLine(string Telenovela, string TelenovelaTitle, string? Character, string Text)
{
    /// <summary>What is read before it, and the line, as a model reads them.</summary>
    /// <param name="learned">The telenovelas that the model knows.</param>
    public (string Before, string Line) As(IReadOnlyList<LearnedTelenovela> learned) => ContributedText.Line(Telenovela, TelenovelaTitle, Character, Text, learned);
}
