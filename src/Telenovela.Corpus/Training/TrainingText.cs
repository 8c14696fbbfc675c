using System.Text;
using Telenovela.Corpus.Scripts;

namespace Telenovela.Corpus.Training;

/// <summary>
/// Writes an episode as the plain text that a character model learns: before each scene the telenovela's header, then one line an
/// element, <c>NAME: words (cue) words</c> for speech and <c>(words)</c> for everything else, and an empty line behind the scene. Since
/// every scene begins with the header, a text begun with it goes on in that telenovela's world.
/// </summary>
public static class TrainingText
{
    /// <summary>The character that only headers are made of; people who read a generated text don't want to see it.</summary>
    public const string HeaderMark = "=";

    /// <summary>The line before each scene.</summary>
    /// <param name="title">The telenovela's title.</param>
    public static string Header(string title) => $"{HeaderMark}{HeaderMark} {Typography(title)} {HeaderMark}{HeaderMark}";

    /// <summary>The text of an episode.</summary>
    public static string Render(Episode episode)
    {
        var text = new StringBuilder();
        foreach (var scene in episode.Scenes.Where(scene => scene.Elements.Count > 0))
        {
            text.Append(Header(episode.Telenovela)).Append('\n');
            foreach (var element in scene.Elements)
            {
                text.Append(Render(element)).Append('\n');
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static string Render(SceneElement element) => element switch
    {
        ScriptLine { Speaker: { } speaker } line => $"{Typography(speaker.ToUpperInvariant())}: {Typography(line.ToSpeech())}",
        ScriptLine line => Typography(line.ToSpeech()),
        StageDirection direction => $"({Typography(direction.Text)})",
        _ => throw new ArgumentException($"{element.GetType().Name} has no form in a training text.", nameof(element)),
    };

    /// <summary>One form for typographic variants, so that rare characters don't each have to be learned.</summary>
    private static string Typography(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormC))
        {
            _ = letter switch
            {
                '‘' or '’' or '´' or '`' => plain.Append('\''),
                '“' or '”' or '„' => plain.Append('"'),
                '–' or '—' or '―' => plain.Append("--"),
                '…' => plain.Append("..."),
                '\u00A0' or '\u202F' or '\n' or '\t' => plain.Append(' '),
                _ => plain.Append(letter),
            };
        }

        return plain.ToString();
    }
}
