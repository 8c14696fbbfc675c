using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Telenovela.Benchmarks.Storage;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Storage.Rows;
using Telenovela.Corpus.Dataset;
using Telenovela.Corpus.Formats;
using Telenovela.Corpus.Scripts;

namespace Telenovela.Benchmarks.Retraining;

/// <summary>Lines as people give them, approved, in a store of their own.</summary>
internal static class GivenLines
{
    private const string HighTide = "high_tide";
    private const ulong Ana = 9;
    private const int LinesAtOnce = 10;

    /// <summary>
    /// Lines of speech that no model has seen: of real scripts where a folder of them is named, otherwise the corpus's own words in another order.
    /// </summary>
    public static IReadOnlyList<(string? Speaker, string Text)> Read(string? scripts, int count)
    {
        var lines = scripts is not null && Directory.Exists(scripts)
            ? Directory.EnumerateFiles(scripts, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Where(file => file.EndsWith(".xml", StringComparison.Ordinal) || file.EndsWith(".txt", StringComparison.Ordinal))
                .SelectMany(file => Spoken(CorpusFormats.Read(File.ReadAllBytes(file), file).Episode)).ToList()
            : Shuffled();
        return [.. lines.Where(line => line.Text.Length is > 10 and < 400).DistinctBy(line => line.Text).Take(count)];
    }

    /// <summary>Gives and approves them.</summary>
    public static async Task GiveAsync(string folder, IReadOnlyList<(string? Speaker, string Text)> lines, string telenovela = HighTide, string language = "en")
    {
        await using var store = await BenchStore.OpenAsync(folder);
        await store.GetRequiredService<ConsentRegister>().GiveAsync(Ana, 1, CancellationToken.None);
        var interaction = (ulong)Random.Shared.NextInt64(1L << 40, 1L << 50);
        foreach (var scene in lines.Chunk(LinesAtOnce))
        {
            var given = await store.GetRequiredService<ContributionStore>().SubmitAsync(
                new Submission(++interaction, BenchStore.Guild, Ana, 1, [.. scene.Select(line => new NewLine(telenovela, telenovela, language, line.Speaker ?? "VERA", line.Text, null, Fingerprint(line.Text), []))]),
                CancellationToken.None);
            foreach (var id in given.Ids)
            {
                await store.GetRequiredService<ReviewQueue>().DecideAsync(new Decision(id, BenchStore.Guild, 77, ModerationKind.Approved), CancellationToken.None);
            }
        }
    }

    private static IEnumerable<(string? Speaker, string Text)> Spoken(Episode episode) =>
        episode.Scenes.SelectMany(scene => scene.Elements).OfType<ScriptLine>().Select(line => (line.Speaker, line.ToSpeech()));

    private static List<(string? Speaker, string Text)> Shuffled()
    {
        var random = new Random(1);
        var spoken = CorpusFolder.Load(ProgramFolder.Locate("corpus/english")).Telenovelas.SelectMany(telenovela => telenovela.Episodes).SelectMany(entry => Spoken(entry.Episode)).ToArray();
        random.Shuffle(spoken);
        return [.. spoken.Zip(spoken.Skip(1), (one, other) => (one.Speaker, $"{Half(one.Text, true)} {Half(other.Text, false)}"))];
    }

    private static string Half(string text, bool first)
    {
        var words = text.Split(' ');
        return string.Join(' ', first ? words[..(words.Length / 2)] : words[(words.Length / 2)..]);
    }

    private static ContributionFingerprint Fingerprint(string text) => new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), []);
}
