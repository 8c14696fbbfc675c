using Telenovela.Corpus.Dataset;
using Telenovela.Corpus.Scripts;
using Telenovela.Corpus.Speech;

namespace Telenovela.Corpus.Formats;

/// <summary>Gathers what a reader of captions or plain text finds into one episode, with one spelling for each speaker.</summary>
internal sealed class ScriptBuilder(SourceText source, string format)
{
    private readonly SourceLines _places = new();
    private readonly List<Scene> _scenes = [];
    private readonly List<SceneElement> _elements = [];
    private readonly Dictionary<string, string> _speakers = new(StringComparer.OrdinalIgnoreCase);
    private string? _heading;
    private int _sceneLine = 1;
    private int _taken;

    public SkipLog Skips { get; } = new(source.FileName);

    /// <summary>Adds a spoken line; one without words or cues is left out.</summary>
    public void Speak(int line, string? speaker, string speech)
    {
        var spoken = ScriptLine.Parse(speaker is null ? null : Spelling(speaker), speech);
        if (spoken.Text.Length > 0 || spoken.Cues.Count > 0)
        {
            Add(line, spoken);
        }
        else if (speaker is not null)
        {
            // A name with nothing said is kept as what the screen shows.
            Direct(line, SpeakerRule.Named(speaker), DirectionKind.Action);
        }
    }

    public void Direct(int line, string text, DirectionKind kind)
    {
        text = kind == DirectionKind.Sound ? SpokenText.CueWords(text) : PlainText.Clean(text);
        if (text.Length > 0)
        {
            Add(line, new StageDirection(text, kind));
        }
    }

    public void BeginScene(int line, string heading)
    {
        EndScene();
        _heading = heading;
        _sceneLine = line;
    }

    /// <summary>The episode of what was added; its number is from the file's name.</summary>
    public ReadResult Build(Episode? template = null)
    {
        EndScene();
        var numbers = EpisodeFile.Guess(source.FileName) ?? new EpisodeFile(1, 0);
        var episode = (template ?? new Episode()) with { Season = numbers.Season, Number = numbers.Number, Scenes = _scenes.ToValueList() };
        return ReadResult.From(episode, format, Skips, _places);
    }

    private string Spelling(string speaker)
    {
        var name = PlainText.Clean(SpeakerRule.Named(speaker.Trim()));
        if (_speakers.TryGetValue(name, out var first))
        {
            return first;
        }

        if (_speakers.Count < ReadLimits.Paragraphs)
        {
            _speakers.Add(name, name);
        }

        return name;
    }

    private void Add(int line, SceneElement element)
    {
        if (++_taken <= ReadLimits.Paragraphs)
        {
            _elements.Add(_places.At(line, element));
        }
        else if (_taken == ReadLimits.Paragraphs + 1)
        {
            Skips.Add(line, $"The file has more than {ReadLimits.Paragraphs} lines and directions; the rest was left out.");
        }
    }

    private void EndScene()
    {
        if (_heading is not null || _elements.Count > 0)
        {
            _scenes.Add(_places.At(_sceneLine, new Scene { Heading = _heading, Elements = _elements.ToValueList() }));
        }

        _elements.Clear();
        _heading = null;
    }
}
