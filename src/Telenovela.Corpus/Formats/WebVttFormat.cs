using System.Text.RegularExpressions;
using Telenovela.Corpus.Scripts;

namespace Telenovela.Corpus.Formats;

/// <summary>
/// Reads WebVTT captions, voices (<c>&lt;v Name&gt;</c>) included. Notes, styles and regions are left out up to the next blank line or
/// times; a cue whose times can't be read is skipped, and words outside the cues are, and both are reported with their line.
/// </summary>
public sealed partial class WebVttFormat : ICorpusFormat
{
    /// <inheritdoc />
    public string Name => "WebVTT";

    /// <inheritdoc />
    public IReadOnlyList<string> Extensions { get; } = [".vtt", ".webvtt"];

    /// <inheritdoc />
    public bool Recognizes(SourceText source) => source.Text.AsSpan().TrimStart("\ufeff \n").StartsWith("WEBVTT");

    /// <inheritdoc />
    public ReadResult Read(SourceText source)
    {
        var script = new CaptionScript(source, Name);
        var rows = new List<string>();
        CaptionTimes? times = null;
        var start = 0;
        var block = Block.Header;
        var language = "";
        (string Text, int Line)? waiting = null;
        foreach (var (line, text) in source.Lines(script.Skips))
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                End();
                block = Block.None;
            }
            else if (CaptionClock.IsTiming(text))
            {
                // Even after the header without a blank line, after a cue's text or in a comment: times always begin a cue.
                if (block == Block.None)
                {
                    // The line before them is the cue's name.
                    waiting = null;
                }

                End();
                start = line;
                times = CaptionClock.Timing(text);
                block = times is null ? Block.Skipped : Block.Cue;
                if (times is null)
                {
                    script.Skips.Add(line, $"The times \"{Excerpt.Of(text)}\" can't be read; the caption was left out.");
                }
                else if (times.Words.Length > 0)
                {
                    rows.Add(times.Words);
                }
            }
            else if (block == Block.Header)
            {
                language = text.StartsWith("Language:", StringComparison.OrdinalIgnoreCase) ? PlainText.Clean(text.AsSpan(9)) : language;
                if (!text.Contains("WEBVTT", StringComparison.Ordinal) && !HeaderField().IsMatch(text))
                {
                    Outside();
                    waiting = (text, line);
                }
            }
            else if (block == Block.Cue)
            {
                rows.Add(text);
            }
            else if (block == Block.None)
            {
                if (IsComment(text))
                {
                    block = Block.Comment;
                }
                else
                {
                    Outside();
                    waiting = (text, line);
                }
            }
        }

        End();
        return script.Build(new Episode { Language = language });

        void Outside()
        {
            if (waiting is { } outside)
            {
                script.Skips.Add(outside.Line, $"\"{Excerpt.Of(outside.Text)}\" stands outside the cues.");
                waiting = null;
            }
        }

        void End()
        {
            Outside();
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

    private static bool IsComment(string text)
    {
        var space = text.IndexOfAny([' ', '\t']);
        return (space < 0 ? text : text[..space]) is "NOTE" or "STYLE" or "REGION";
    }

    [GeneratedRegex(@"^[A-Za-z-]+[:=]", RegexOptions.NonBacktracking)]
    private static partial Regex HeaderField();

    private enum Block
    {
        Header,
        None,
        Comment,
        Cue,
        Skipped,
    }
}
