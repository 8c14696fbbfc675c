using System.Text;
using Telenovela.Corpus.Scripts;
using Telenovela.Corpus.Speech;

namespace Telenovela.Corpus.Formats;

/// <summary>One reading of one text with tags.</summary>
internal sealed class TaggedTextReader(SourceText source)
{
    private const int RareTagDistance = 400;
    private const int LongestParagraph = 20_000;

    private readonly NameEvidence _evidence = new();
    private readonly ScriptBuilder _script = new(source, "tagged text");
    private readonly List<Paragraph> _paragraphs = [];
    private SpeakerRule _rule = null!;
    private SentenceCase? _sentenceCase;
    private bool _tagsAreRare;
    private (int Line, string? Speaker, StringBuilder Speech)? _open;
    private int _joined;
    private int _firstJoined;

    public ReadResult Read()
    {
        _rule = new SpeakerRule(_evidence);
        ReadParagraphs();
        ChooseTags();
        _sentenceCase = _evidence.IsAllCapitals ? new SentenceCase(_evidence, _evidence.Language == "es") : null;
        foreach (var paragraph in _paragraphs)
        {
            if (FountainReader.IsHeading(paragraph.Text))
            {
                Close();
                _script.BeginScene(paragraph.Line, FountainReader.WithoutSceneNumber(paragraph.Text));
                continue;
            }

            var from = 0;
            for (var i = 0; i <= paragraph.Tags.Count; i++)
            {
                var to = i < paragraph.Tags.Count ? paragraph.Tags[i].Start : paragraph.Text.Length;
                var text = paragraph.Text.AsSpan(from, to - from).Trim();
                Take(paragraph, i == 0 ? null : paragraph.Tags[i - 1], text.ToString());
                from = i < paragraph.Tags.Count ? paragraph.Tags[i].End : to;
            }
        }

        Close();
        if (_joined > 0)
        {
            _script.Skips.Add(
                _firstJoined,
                $"From here on, {_joined} {(_joined == 1 ? "line" : "lines")} without a speaker went to the speech before. " +
                "If nobody says them, put an empty line before each: then they are directions.");
        }

        return _script.Build(new Episode { Language = _evidence.Language });
    }

    /// <summary>Joins lines that were wrapped in the middle of a sentence and collects what the file shows about names.</summary>
    private void ReadParagraphs()
    {
        var text = new StringBuilder();
        var last = "";
        var start = 0;
        var afterBlank = true;
        foreach (var (number, raw) in source.Lines(_script.Skips))
        {
            var line = PlainText.Clean(SongMarks.Remove(raw).Replace('[', '(').Replace(']', ')'));
            var tags = SpeakerTags.Find(line);
            var joins = text.Length is > 0 and < LongestParagraph && line.Length > 0 && !(tags.Count > 0 && tags[0].StartsLine) &&
                line[0] is not ('(' or '-' or '\u2013') && !FountainReader.IsHeading(line) && !GoesNoFurther(last);
            last = line;
            if (joins)
            {
                text.Append(' ').Append(line);
                continue;
            }

            EndParagraph(text, start, ref afterBlank);
            afterBlank |= line.Length == 0;
            start = number;
            text.Append(line);
        }

        EndParagraph(text, start, ref afterBlank);
    }

    private static bool GoesNoFurther(string text) =>
        Sentences.EndsUtterance(text) || Parentheses.EncloseAll(text) || FountainReader.IsHeading(text);

    private void EndParagraph(StringBuilder text, int line, ref bool afterBlank)
    {
        if (text.Length == 0)
        {
            return;
        }

        var paragraph = PlainText.Clean(text.ToString());
        text.Clear();
        if (_paragraphs.Count < ReadLimits.Paragraphs)
        {
            _evidence.Add(paragraph);
            _paragraphs.Add(new Paragraph(line, paragraph, afterBlank, SpeakerTags.Find(paragraph)));
        }
        else if (_paragraphs.Count == ReadLimits.Paragraphs)
        {
            _script.Skips.Add(line, $"The file has more than {ReadLimits.Paragraphs} paragraphs; the rest was left out.");
        }

        afterBlank = false;
    }

    private void ChooseTags()
    {
        var tagged = _paragraphs.Count(paragraph => paragraph.Tags is [{ StartsLine: true } tag, ..] && char.IsUpper(tag.Name[0]));
        var mostLinesTagged = tagged >= 2 && tagged * 2 > _paragraphs.Count;
        foreach (var tag in _paragraphs.SelectMany(paragraph => paragraph.Tags))
        {
            _rule.SeeTag(tag.Name);
        }

        long characters = 0;
        var speakers = 0;
        foreach (var paragraph in _paragraphs)
        {
            paragraph.Tags.RemoveAll(tag => !_rule.IsSpeaker(tag, mostLinesTagged));
            paragraph.Tags.ForEach(tag => _evidence.AddSpeaker(tag.Name));
            characters += paragraph.Text.Length;
            speakers += paragraph.Tags.Count;
        }

        _tagsAreRare = characters > (long)RareTagDistance * speakers;
    }

    private void Take(Paragraph paragraph, SpeakerTag? tag, string text)
    {
        var speech = tag?.Cue is { } cue ? $"({cue}) {text}" : text;
        if (tag is null && text.Length == 0)
        {
            return;
        }

        if (tag is not null || _tagsAreRare)
        {
            Close();
        }

        if (_tagsAreRare)
        {
            Sentence(paragraph.Line, tag?.Name, speech);
        }
        else if (tag is not null)
        {
            _open = (paragraph.Line, tag.Name, new StringBuilder(speech));
        }
        else if (_open is { } open && (!paragraph.AfterBlank || open.Speech.Length == 0))
        {
            if (open.Speech.Length > 0 && !Parentheses.EncloseAll(text))
            {
                _firstJoined = _joined++ == 0 ? paragraph.Line : _firstJoined;
            }

            open.Speech.Append(' ').Append(text);
        }
        else
        {
            Close();
            var isSound = Parentheses.EncloseAll(text);
            _script.Direct(paragraph.Line, Cased(isSound ? text[1..^1] : text), isSound ? DirectionKind.Sound : DirectionKind.Action);
        }
    }

    private void Sentence(int line, string? speaker, string text)
    {
        if (text.Length == 0)
        {
            _script.Speak(line, speaker, "");
        }

        foreach (var piece in SpeechPieces.Cut(text, _rule))
        {
            if (piece.IsSound)
            {
                _script.Direct(line, piece.Text, DirectionKind.Sound);
                continue;
            }

            var who = piece.Speaker ?? speaker;
            foreach (var sentence in Sentences.Split(piece.Text))
            {
                // A dash, or what is left of one after a careless conversion, marks another speaker.
                _script.Speak(line, who, Cased(WithoutDash(sentence)));
                who = null;
            }

            if (piece.Text.Length == 0)
            {
                _script.Speak(line, who, "");
            }

            speaker = piece.Speaker is null ? null : speaker;
        }

        if (speaker is not null && text.Length > 0)
        {
            _script.Speak(line, speaker, "");
        }
    }

    private void Close()
    {
        if (_open is { } open)
        {
            _script.Speak(open.Line, open.Speaker, Cased(open.Speech.ToString()));
            _open = null;
        }
    }

    private static string WithoutDash(string text)
    {
        var words = text.AsSpan();
        while (words.Length > 1 && words[0] is '-' or '\u2013' or '\u2014' or '*' or '_' && words[1] == ' ')
        {
            words = words[2..];
        }

        return words.ToString();
    }

    private string Cased(string text) => _sentenceCase?.Restore(text) ?? text;

    private sealed record Paragraph(int Line, string Text, bool AfterBlank, List<SpeakerTag> Tags);
}
