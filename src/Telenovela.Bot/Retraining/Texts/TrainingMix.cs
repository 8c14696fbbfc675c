using System.Text;
using Telenovela.Bot.Contributions;
using Telenovela.Corpus.Training;
using Telenovela.Story.Models;

namespace Telenovela.Bot.Retraining.Texts;

/// <summary>
/// What a model learns in a night: the new lines, several times, among scenes that it knows already, so that it learns the one without
/// forgetting the other (rehearsal; Robins 1995, Catastrophic forgetting, rehearsal and pseudorehearsal).
/// </summary>
public static class TrainingMix
{
    private const string SceneEnd = "\n\n";

    /// <summary>Mixes.</summary>
    /// <param name="news">Lines that the model hasn't learned yet.</param>
    /// <param name="known">Lines that it has learned.</param>
    /// <param name="episodes">Episodes that it has learned.</param>
    /// <param name="learned">The telenovelas that it knows.</param>
    /// <param name="options">How much of what.</param>
    /// <param name="seed">The same seed mixes the same.</param>
    public static string Of(
        IReadOnlyList<ApprovedLine> news, IReadOnlyList<ApprovedLine> known, IReadOnlyList<TrainingEpisode> episodes, IReadOnlyList<LearnedTelenovela> learned, RetrainingOptions options, long seed)
    {
        var random = new Random((int)seed);
        var fresh = ContributedText.Scenes(news, learned).ToList();
        List<string> scenes =
        [
            .. Enumerable.Repeat(fresh, options.NewLineRepeats).SelectMany(scene => scene),
            .. Draw(ContributedText.Scenes(known, learned), options.RehearsalCharacters, random),
            .. Draw(episodes.SelectMany(episode => episode.Text.Split(SceneEnd, StringSplitOptions.RemoveEmptyEntries)).Select(scene => scene + SceneEnd), options.RehearsalCharacters, random),
        ];
        var mixed = scenes.ToArray();
        random.Shuffle(mixed);
        return mixed.Aggregate(new StringBuilder(), (text, scene) => text.Append(scene)).ToString();
    }

    private static IEnumerable<string> Draw(IEnumerable<string> scenes, int characters, Random random)
    {
        var drawn = scenes.ToArray();
        random.Shuffle(drawn);
        var left = characters;
        return drawn.TakeWhile(scene => (left -= scene.Length) >= 0);
    }
}
