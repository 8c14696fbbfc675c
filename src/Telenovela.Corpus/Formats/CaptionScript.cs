using System.Text;
using Telenovela.Corpus.Scripts;
using Telenovela.Corpus.Speech;

namespace Telenovela.Corpus.Formats;

/// <summary>
/// Makes a script of captions: takes speakers, sounds and songs out of them, gives a name or cue that stands in a caption of its own to
/// the speech shown at the same time, joins what a sentence spreads over several captions, and restores the case of all-capital text.
/// </summary>
internal sealed class CaptionScript(SourceText source, string format)
{
    private const double LongestPause = 2.0;
    private const int LongestCaption = 20_000;

    private readonly List<Caption> _captions = [];
    private readonly NameEvidence _evidence = new();
    private readonly ScriptBuilder _script = new(source, format);
    private readonly StringBuilder _open = new();
    private readonly List<CaptionFragment> _openSounds = [];
    private CaptionFragment? _first;
    private CaptionFragment? _last;
    private SentenceCase? _sentenceCase;

    public SkipLog Skips => _script.Skips;

    public void Add(Caption caption)
    {
        if (caption.Rows.Sum(row => (long)row.Length) > LongestCaption)
        {
            Skips.Add(caption.Line, $"The caption has more than {LongestCaption} characters, which no screen shows.");
        }
        else if (_captions.Count < ReadLimits.Paragraphs)
        {
            _captions.Add(caption);
        }
        else if (_captions.Count == ReadLimits.Paragraphs)
        {
            Skips.Add(caption.Line, $"The file has more than {ReadLimits.Paragraphs} captions; the rest was left out.");
            _captions.Add(caption);
        }
    }

    public ReadResult Build(Episode? template = null)
    {
        var rule = new SpeakerRule(_evidence);
        var utterances = Utterances();
        foreach (var (_, text, _, _) in utterances)
        {
            _evidence.Add(text);
            See(rule, text);
        }

        var fragments = utterances.SelectMany(utterance => Fragments(utterance, rule)).ToList();
        fragments.ForEach(fragment => _evidence.AddSpeaker(fragment.Speaker ?? ""));
        var language = string.IsNullOrEmpty(template?.Language) ? _evidence.Language : template.Language;
        _sentenceCase = _evidence.IsAllCapitals ? new SentenceCase(_evidence, language.StartsWith("es", StringComparison.OrdinalIgnoreCase)) : null;
        SameTime.Attach(fragments, rule);
        fragments.ForEach(Take);
        Close();
        return _script.Build((template ?? new Episode()) with { Language = language });
    }

    private static void See(SpeakerRule rule, string text)
    {
        if (Parentheses.Outermost(text) is [(0, var close), ..] && !SpeechPieces.HasNoWords(text))
        {
            rule.SeeParenthetical(PlainText.Clean(text.AsSpan(1, close - 1)));
        }

        SpeakerTags.Find(text).ForEach(tag => rule.SeeTag(tag.Name));
    }

    private List<(Caption Caption, string Text, bool BeginsAnew, bool IsSong)> Utterances()
    {
        var utterances = new List<(Caption Caption, string Text, bool BeginsAnew, bool IsSong)>();
        var carry = "";
        var carried = 0;
        Caption? from = null;
        foreach (var caption in RollingCaptions.WithoutRepetitions(_captions, Skips))
        {
            foreach (var (text, anew) in CaptionText.Utterances(caption.Rows))
            {
                // A cue may run over two or three captions.
                var whole = carry.Length > 0 ? $"{carry} {text}" : text;
                if (whole.Count(c => c == '(') > whole.Count(c => c == ')') && carried < 3)
                {
                    carry = whole;
                    carried++;
                    from ??= caption;
                    continue;
                }

                Cut(from ?? caption, whole, anew);
                (carry, carried, from) = ("", 0, null);
            }
        }

        if (from is not null)
        {
            Cut(from, carry, anew: false);
        }

        return utterances;

        void Cut(Caption caption, string text, bool anew) =>
            utterances.AddRange(CaptionText.Songs(text).Select(part => (caption, part.Text, anew, part.IsSong)));
    }

    private static IEnumerable<CaptionFragment> Fragments((Caption Caption, string Text, bool BeginsAnew, bool IsSong) utterance, SpeakerRule rule)
    {
        var (caption, text, anew, isSong) = utterance;
        if (isSong)
        {
            yield return new CaptionFragment(caption, FragmentKind.Song, null, text, true);
            yield break;
        }

        var tags = SpeakerTags.Find(text);
        tags.RemoveAll(tag => !rule.IsSpeaker(tag, mostLinesTagged: false));
        var from = 0;
        for (var i = 0; i <= tags.Count; i++)
        {
            var to = i < tags.Count ? tags[i].Start : text.Length;
            var speaker = i > 0 ? tags[i - 1].Name : caption.Speaker;
            var words = PlainText.Clean(text.AsSpan(from, to - from));
            var cue = i > 0 && tags[i - 1].Cue is { } between ? $"({between}) " : "";
            foreach (var piece in SpeechPieces.Cut(cue + words, rule))
            {
                var who = piece.Speaker ?? (piece.IsSound ? null : speaker);
                var kind = piece.IsSound ? FragmentKind.Sound : piece.Text.Length == 0 ? FragmentKind.Name : FragmentKind.Speech;
                yield return new CaptionFragment(caption, kind, who, piece.Text, anew || i > 0 || who is not null);
                speaker = piece.IsSound || piece.Speaker is not null ? speaker : null;
                anew = false;
            }

            if (i > 0 && speaker is not null)
            {
                yield return new CaptionFragment(caption, FragmentKind.Name, speaker, "", true);
            }

            from = i < tags.Count ? tags[i].End : to;
        }
    }

    private void Take(CaptionFragment fragment)
    {
        if (fragment.Kind == FragmentKind.Speech)
        {
            if (!GoesOn(fragment))
            {
                Close();
                _first = fragment;
            }

            foreach (var sound in _openSounds)
            {
                _open.Append(" (").Append(SpokenText.CueWords(sound.Text)).Append(')');
            }

            _openSounds.Clear();
            _open.Append(' ').Append(fragment.Text);
            _last = fragment;
        }
        else if (fragment.Kind == FragmentKind.Sound && _first is not null && !Sentences.EndsUtterance(_last!.Text))
        {
            // It may fall into the middle of a sentence that goes on.
            _openSounds.Add(fragment);
        }
        else
        {
            Close();
            Direct(fragment);
        }
    }

    private bool GoesOn(CaptionFragment next)
    {
        if (_last is null || next.BeginsAnew || next.Speaker is not null || _open.Length > ReadLimits.JoinedLine || ReferenceEquals(next.Caption, _last.Caption))
        {
            return false;
        }

        if (next.Caption.Begin is { } begin && _last.Caption.Begin is { } lastBegin && (begin == lastBegin || begin - (_last.Caption.End ?? lastBegin) > LongestPause))
        {
            return false;
        }

        var text = next.Text.AsSpan().TrimStart("\"' ");
        var trails = _last.Text.EndsWith("...", StringComparison.Ordinal) || _last.Text.EndsWith('\u2026') || _last.Text.EndsWith("--", StringComparison.Ordinal);
        var continues = text.StartsWith("...") || text.StartsWith("\u2026") || (!_evidence.IsAllCapitals && !text.IsEmpty && char.IsLower(text[0]));
        return !Sentences.EndsUtterance(_last.Text) || (trails && continues);
    }

    private void Close()
    {
        if (_first is { } first)
        {
            _script.Speak(first.Caption.Line, first.Speaker, Cased(_open.ToString().Trim()));
        }

        _open.Clear();
        (_first, _last) = (null, null);
        _openSounds.ForEach(Direct);
        _openSounds.Clear();
    }

    private void Direct(CaptionFragment fragment)
    {
        switch (fragment.Kind)
        {
            case FragmentKind.Name:
                _script.Direct(fragment.Caption.Line, fragment.Speaker ?? "", DirectionKind.Action);
                break;
            case FragmentKind.Song:
                _script.Direct(fragment.Caption.Line, Cased(fragment.Text), DirectionKind.Song);
                break;
            default:
                _script.Direct(fragment.Caption.Line, fragment.Text, DirectionKind.Sound);
                break;
        }
    }

    private string Cased(string text) => _sentenceCase?.Restore(text) ?? text;
}
