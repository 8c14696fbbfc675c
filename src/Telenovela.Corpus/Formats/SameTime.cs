using Telenovela.Corpus.Speech;

namespace Telenovela.Corpus.Formats;

/// <summary>
/// Gives a speaker's name, or a cue of delivery, that is a caption of its own to speech: to speech shown at the same time (the name stands
/// above or below it), and a name else to the speech that follows at once.
/// </summary>
internal static class SameTime
{
    private const double AtOnce = 1.0;
    private const int MostAtOnce = 32;

    /// <summary>Changes the list in place.</summary>
    /// <param name="fragments">All fragments of a file in order.</param>
    /// <param name="rule">Tells cues of delivery from sounds.</param>
    public static void Attach(List<CaptionFragment> fragments, SpeakerRule rule)
    {
        for (var from = 0; from < fragments.Count;)
        {
            var to = from + 1;
            while (to < fragments.Count && to - from < MostAtOnce && IsSameTime(fragments[from].Caption, fragments[to].Caption))
            {
                to++;
            }

            for (var i = from; i < to; i++)
            {
                if (fragments[i].Kind == FragmentKind.Name)
                {
                    AttachName(fragments, i, from, to);
                }
                else if (fragments[i].Kind == FragmentKind.Sound)
                {
                    AttachCue(fragments, i, from, to, rule);
                }
            }

            from = to;
        }

        fragments.RemoveAll(fragment => fragment.Kind == FragmentKind.Speech && fragment.Text.Length == 0);
    }

    private static bool IsSameTime(Caption one, Caption other) => ReferenceEquals(one, other) || (one.Begin is not null && one.Begin == other.Begin);

    private static void AttachName(List<CaptionFragment> fragments, int name, int from, int to)
    {
        var speech = fragments.FindIndex(name, to - name, IsFree);
        speech = speech >= 0 ? speech : fragments.FindLastIndex(name, name - from + 1, IsFree);
        if (speech < 0 && to < fragments.Count && IsFree(fragments[to]) && Follows(fragments[name].Caption, fragments[to].Caption))
        {
            speech = to;
        }

        if (speech >= 0)
        {
            fragments[speech] = fragments[speech] with { Speaker = fragments[name].Speaker, BeginsAnew = true };
            fragments[name] = fragments[name] with { Kind = FragmentKind.Speech, Speaker = null };
        }
    }

    private static void AttachCue(List<CaptionFragment> fragments, int cue, int from, int to, SpeakerRule rule)
    {
        var caption = fragments[cue].Caption;
        var isAlone = (cue == from || !ReferenceEquals(fragments[cue - 1].Caption, caption)) && (cue + 1 >= to || !ReferenceEquals(fragments[cue + 1].Caption, caption));
        if (!isAlone || rule.Classify(fragments[cue].Text).Kind != ParentheticalKind.Delivery)
        {
            return;
        }

        var speech = fragments.FindIndex(from, to - from, fragment => fragment.Kind == FragmentKind.Speech && fragment.Text.Length > 0);
        if (speech >= 0 && fragments.FindLastIndex(to - 1, to - from, fragment => fragment.Kind == FragmentKind.Speech && fragment.Text.Length > 0) == speech)
        {
            fragments[speech] = fragments[speech] with { Text = $"({fragments[cue].Text}) {fragments[speech].Text}" };
            fragments[cue] = fragments[cue] with { Kind = FragmentKind.Speech, Text = "" };
        }
    }

    private static bool IsFree(CaptionFragment fragment) =>
        fragment.Kind == FragmentKind.Speech && fragment.Speaker is null && fragment.Text.Length > 0;

    private static bool Follows(Caption name, Caption speech) =>
        name.End is null || speech.Begin is null || Math.Abs(speech.Begin.Value - name.End.Value) <= AtOnce;
}
