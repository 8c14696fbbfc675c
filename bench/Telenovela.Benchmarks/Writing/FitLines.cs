using System.Globalization;
using System.Text.Json;
using Telenovela.Engine.Sampling;
using Telenovela.Story.Writing;

namespace Telenovela.Benchmarks.Writing;

/// <summary>
/// Fits the weights of <see cref="LineChoice"/> to lines that readers rated (bench/reading/lines.*.jsonl): least squares on the differences
/// within each place, with a little ridge. Prints the weights, and what ratings the chosen lines have where an eighth of the places at a
/// time is left out of the fit.
/// </summary>
internal static class FitLines
{
    private const int Folds = 8;
    private const double Ridge = 30;

    /// <summary>Places with fewer lines leave nothing to choose.</summary>
    private const int FewestLines = 4;

    public static int Run(string folder)
    {
        List<Place> places = [.. Load(folder, "en"), .. Load(folder, "es")];
        Console.WriteLine(
            "weights: " + string.Join(", ", Fit(places).Select(weight => weight.ToString("0.000", CultureInfo.InvariantCulture))));
        foreach (var language in places.GroupBy(place => place.Language))
        {
            var chosen = new List<int>();
            for (var fold = 0; fold < Folds; fold++)
            {
                var left = language.Where((_, at) => at % Folds == fold).ToList();
                var weights = Fit([.. places.Except(left)]);
                chosen.AddRange(left.Where(place => place.Lines.Count >= FewestLines)
                    .Select(place => place.Lines.MaxBy(line => Dot(line.Features, weights))!.Rating));
            }

            var judged = language.Where(place => place.Lines.Count >= FewestLines).ToList();
            Print($"{language.Key}, any line", judged.SelectMany(place => place.Lines).Select(line => line.Rating));
            Print($"{language.Key}, chosen", chosen);
            Print($"{language.Key}, best there is", judged.Select(place => place.Lines.Max(line => line.Rating)));
        }

        return 0;
    }

    private static void Print(string name, IEnumerable<int> ratings)
    {
        var all = ratings.ToList();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: mean {all.Average():0.00}, good {all.Count(rating => rating >= 2) * 100 / all.Count} %, " +
            $"broken {all.Count(rating => rating == 0) * 100 / all.Count} % of {all.Count}"));
    }

    private static IEnumerable<Place> Load(string folder, string language)
    {
        var choice = new LineChoice(language, CorpusLines.For(language), new HashSet<string>(), new HashSet<string>());
        foreach (var json in File.ReadLines(Path.Combine(folder, $"lines.{language}.jsonl")))
        {
            var row = JsonSerializer.Deserialize<Row>(json, JsonSerializerOptions.Web)!;
            yield return new Place(
                language,
                [.. row.Lines.Select(line => new Line(
                    choice.Features(new Candidate(line.Text, [0, 1], [0, line.Likelihood], null!), row.Before), line.Rating))]);
        }
    }

    private static double[] Fit(IReadOnlyList<Place> places)
    {
        var size = places[0].Lines[0].Features.Count;
        var rows = new List<(double[] Differences, double Rating)>();
        foreach (var place in places)
        {
            var means = Enumerable.Range(0, size).Select(at => place.Lines.Average(line => line.Features[at])).ToArray();
            var mean = place.Lines.Average(line => line.Rating);
            rows.AddRange(place.Lines.Select(
                line => (line.Features.Zip(means, (value, usual) => value - usual).ToArray(), line.Rating - mean)));
        }

        // Normal equations of the features in units of their spread, solved by elimination.
        var spread = Enumerable.Range(0, size)
            .Select(at => Math.Sqrt(rows.Average(row => row.Differences[at] * row.Differences[at])) is > 0 and var usual ? usual : 1)
            .ToArray();
        var system = Enumerable.Range(0, size).Select(_ => new double[size + 1]).ToArray();
        for (var a = 0; a < size; a++)
        {
            for (var b = 0; b < size; b++)
            {
                system[a][b] = rows.Sum(row => row.Differences[a] * row.Differences[b]) / (spread[a] * spread[b]) + (a == b ? Ridge : 0);
            }

            system[a][size] = rows.Sum(row => row.Differences[a] * row.Rating) / spread[a];
        }

        for (var pivot = 0; pivot < size; pivot++)
        {
            foreach (var row in system.Where(row => row != system[pivot]))
            {
                var share = row[pivot] / system[pivot][pivot];
                for (var at = pivot; at <= size; at++)
                {
                    row[at] -= share * system[pivot][at];
                }
            }
        }

        return [.. Enumerable.Range(0, size).Select(at => system[at][size] / system[at][at] / spread[at])];
    }

    private static double Dot(IReadOnlyList<double> features, double[] weights) =>
        features.Zip(weights, (feature, weight) => feature * weight).Sum();

    private sealed record Row(IReadOnlyList<string> Before, IReadOnlyList<RatedText> Lines);

    private sealed record RatedText(string Text, int Rating, double Likelihood);

    private sealed record Place(string Language, IReadOnlyList<Line> Lines);

    private sealed record Line(IReadOnlyList<double> Features, int Rating);
}
