using System.Text.Encodings.Web;
using System.Text.Json;
using Telenovela.Corpus.Training;
using Telenovela.Engine.Decoding;
using Telenovela.Engine.Sampling;
using Telenovela.Story.Models;
using Telenovela.Story.Writing;

namespace Telenovela.Benchmarks.Writing;

/// <summary>
/// Writes places in generated texts with the candidates for their next line, to be judged by readers: what the weights of
/// <see cref="LineChoice"/> are fitted to. A JSON object a line: <c>before</c>, and <c>candidates</c> with text, fault, score, features.
/// </summary>
internal static class CandidateLines
{
    private static readonly JsonSerializerOptions Readable =
        new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static int Run(string folder, int count, int seed, string output)
    {
        var shelf = ModelShelf.Open(folder);
        var model = LanguageModel.Load(folder);
        var learned = LearnedTelenovelas.Read(model.Metadata);
        using var lines = new StreamWriter(output);
        var random = new Random(seed);
        for (var at = 0; at < count; at++)
        {
            var telenovela = learned[at % learned.Count];
            var arc = telenovela.Arcs[random.Next(telenovela.Arcs.Count)];
            var request = new WritingRequest
            {
                Telenovela = telenovela.Id,
                Arc = arc,
                Seed = random.Next(),
                Length = 200,
                Temperature = 0.7 + (0.2 * random.Next(3)),
            };
            var before = shelf.Write(request, CancellationToken.None).Text.Split('\n')[..^1];
            before = before[..Math.Min(before.Length, random.Next(1, 5))];
            var opening = TrainingText.Header(telenovela.Title, [arc]) + "\n";
            var sampling = new SamplingRequest
            {
                Context = opening + string.Concat(before.Select(line => line + "\n")),
                Length = 160,
                Ending = TextEnding.Line,
                Settings = new SamplingSettings { Temperature = request.Temperature, MinP = 0.05 },
                Banned = TrainingText.Unspeakable,
                LineStarts = TrainingText.LineStarts(telenovela.Speakers),
                AsideStart = TrainingText.DirectionStart,
                Seed = request.Seed,
            };
            var state = CandidateSampler.Begin(model, sampling, CancellationToken.None);
            var candidates = CandidateSampler.Sample(model, state, sampling, 16, CancellationToken.None);
            var choice = new LineChoice(
                telenovela.Language, CorpusLines.For(telenovela.Language), new HashSet<string>(), new HashSet<string>());
            lines.WriteLine(JsonSerializer.Serialize(
                new
                {
                    telenovela.Title,
                    arc,
                    before,
                    candidates = choice.Rate(candidates, before, false).Select(line => new
                    {
                        line.Candidate.Text,
                        line.Fault,
                        line.Score,
                        features = choice.Features(line.Candidate, before).Select(value => Math.Round(value, 3)),
                    }),
                },
                Readable));
        }

        return 0;
    }
}
