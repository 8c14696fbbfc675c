namespace Telenovela.Corpus.Formats;

/// <summary>
/// Reads SubRip subtitles. A caption whose times can't be read is skipped and reported with the line of its times; odd times (damaged
/// arrows, ends before beginnings), a missing number, blank lines inside a caption and missing blank lines between captions are put up
/// with.
/// </summary>
public sealed class SrtFormat : ICorpusFormat
{
    /// <inheritdoc />
    public string Name => "SRT";

    /// <inheritdoc />
    public IReadOnlyList<string> Extensions { get; } = [".srt"];

    /// <inheritdoc />
    public bool Recognizes(SourceText source) =>
        source.Head.Split('\n', 60).Any(line => line.Length < 200 && CaptionClock.Timing(line) is not null);

    /// <inheritdoc />
    public ReadResult Read(SourceText source)
    {
        var script = new CaptionScript(source, Name);
        var rows = new List<string>();
        CaptionTimes? times = null;
        var start = 0;
        string? number = null;
        foreach (var (line, text) in source.Lines(script.Skips))
        {
            if (CaptionClock.IsTiming(text))
            {
                End();
                number = null;
                start = line;
                times = CaptionClock.Timing(text);
                if (times is null)
                {
                    script.Skips.Add(line, $"The times \"{Excerpt.Of(text)}\" can't be read; the caption was left out.");
                }

                Say(times?.Words, line);
                continue;
            }

            // A number alone is the next caption's if times follow it, else it is spoken.
            Say(number, line - 1);
            number = null;
            if (IsNumber(text))
            {
                number = text;
            }
            else
            {
                Say(text, line);
            }
        }

        Say(number, start);
        End();
        return script.Build();

        void Say(string? text, int line)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                return;
            }

            if (start == 0)
            {
                script.Skips.Add(line, $"\"{Excerpt.Of(text)}\" stands before the first caption.");
            }
            else if (times is not null)
            {
                rows.Add(text);
            }
        }

        void End()
        {
            if (times is { } shown)
            {
                foreach (var (voice, part) in CaptionMarkup.Strip(rows))
                {
                    script.Add(new Caption(start, shown.Begin, shown.End, voice, part));
                }
            }

            rows.Clear();
            times = null;
        }
    }

    private static bool IsNumber(string text)
    {
        var digits = text.AsSpan().Trim();
        return digits.Length is > 0 and < 10 && digits.IndexOfAnyExceptInRange('0', '9') < 0;
    }
}
