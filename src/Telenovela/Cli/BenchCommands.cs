using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Spectre.Console;
using Telenovela.Corpus.Dataset;
using Telenovela.Corpus.Scripts;
using Telenovela.Engine.Novelty;
using Telenovela.Story.Models;
using Telenovela.Story.Writing;
using CorpusWords = Telenovela.Corpus.Checks.Words;

namespace Telenovela.Cli;

/// <summary><c>telenovela bench</c>: measures what the models write.</summary>
internal static class BenchCommands
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create() => new("bench", "Measures what the models write") { Words() };

    private static Command Words()
    {
        var model = new Option<DirectoryInfo?>("--model") { Description = "Folder of a model, or of models; the shipped ones by default" };
        var count = new Option<int>("--count")
        {
            Description = "Texts for each language, seeds 1 and up",
            DefaultValueFactory = _ => 200,
        }.Between(1, 100_000);
        var length = new Option<int>("--length")
        {
            Description = "Characters of each text",
            DefaultValueFactory = _ => WritingRequest.DefaultLength,
        }.Between(20, 10_000);
        var candidates = new Option<int>("--candidates")
        {
            Description = "How many candidates each line is chosen from",
            DefaultValueFactory = _ => 32,
        }.Between(1, 64);
        var temperature = new Option<double>("--temperature")
        {
            Description = "0 is timid, 1.5 delirious",
            DefaultValueFactory = _ => 0.8,
        }.Between(0, 5);
        var minP = new Option<double>("--min-p")
        {
            Description = "Leaves out tokens less likely than this share of the likeliest",
            DefaultValueFactory = _ => 0.05,
        }.Between(0, 1);
        var library = new Option<DirectoryInfo?>("--library")
        {
            Description = "Folder with the texts that the models have read before the corpus, to know their words and find copies",
        };
        var output = new Option<FileInfo?>("--output")
        {
            Description = "File for an exchange of two spoken lines of each text, without names, to be read blind; a JSON array a line",
        };
        var json = CommandExtensions.JsonOption();
        var command = new Command("words", "Non-words, loops, endings, copies and repeated lines in texts at default settings")
        {
            model, count, length, candidates, temperature, minP, library, output, json,
        };
        command.SetAction((parsed, cancellationToken) => Task.Run(
            () =>
            {
                var shelf = ModelShelf.Open(parsed.GetValue(model)?.FullName ?? ModelShelf.ShippedDirectory);
                if (shelf.Telenovelas.Count == 0)
                {
                    throw new FailureException(
                        $"There is no usable model in “{shelf.Directory}”. {string.Join(" ", shelf.Refused.Values)}".TrimEnd());
                }

                var results = new List<WordFigures>();
                using var lines = parsed.GetValue(output) is { } file ? new StreamWriter(file.FullName) : null;
                foreach (var language in shelf.Telenovelas.GroupBy(telenovela => telenovela.Language))
                {
                    var known = new KnownTexts(language.Key, parsed.GetValue(library));
                    var texts = new List<string>();
                    var telenovelas = language.ToList();
                    using var progress = new ProgressLine($"words ({language.Key})");
                    for (var seed = 1; seed <= parsed.GetValue(count); seed++)
                    {
                        var request = new WritingRequest
                        {
                            Telenovela = telenovelas[seed % telenovelas.Count].Id,
                            Length = parsed.GetValue(length),
                            Candidates = parsed.GetValue(candidates),
                            Temperature = parsed.GetValue(temperature),
                            MinP = parsed.GetValue(minP),
                            Seed = seed,
                        };
                        texts.Add(shelf.Write(request, cancellationToken).Text);
                        progress.Report((double)seed / parsed.GetValue(count), "");
                        if (lines is not null && Exchange(texts[^1]) is { } exchange)
                        {
                            lines.WriteLine(JsonSerializer.Serialize(exchange, Readable));
                        }
                    }

                    results.Add(Measure(language.Key, texts, known));
                }

                new Output(parsed.GetValue(json)).Result(new Result(results), console =>
                {
                    foreach (var figures in results)
                    {
                        console.MarkupLineInterpolated(
                            $"{figures.Language}: {figures.Texts} texts, {figures.Words} words · {figures.NonWordsPerHundred:0.00} non-words a hundred · {figures.Loops} loop · {figures.Ended} end at a sentence · {figures.SpokenLines} spoken lines, {figures.RepeatedLines} repeated · copies: median {figures.MedianCopy}, longest {figures.LongestCopy}, over {LineChoice.MostCopied}: {figures.CopiesOverLimit}");
                    }
                });
                return ExitCode.Success;
            },
            cancellationToken));
        return command;
    }

    private static WordFigures Measure(string language, List<string> texts, KnownTexts known)
    {
        var spoken = texts.SelectMany(text => text.Split('\n')).Where(line => line.Length > 0 && !line.StartsWith('('))
            .Select(LineChoice.SpokenPart).Where(line => line.Length > 0).ToList();
        var words = texts.SelectMany(CorpusWords.Of).ToList();
        var copies = spoken.Select(line => known.Copies.Find(line)).OrderBy(copy => copy.Length).ToList();
        return new WordFigures(
            language,
            texts.Count,
            words.Count,
            Math.Round(100.0 * words.Count(word => !known.Words.Contains(word) && !word.All(char.IsDigit)) / Math.Max(1, words.Count), 3),
            texts.Count(Loops),
            texts.Count(LineChoice.IsEnded),
            spoken.Count,
            spoken.Count - spoken.Distinct(StringComparer.OrdinalIgnoreCase).Count(),
            copies.Count == 0 ? 0 : copies[copies.Count / 2].Length,
            copies.Count == 0 ? 0 : copies[^1].Length,
            copies.Count(copy => copy.Length > LineChoice.MostCopied),
            [.. copies.Where(copy => copy.Length > LineChoice.MostCopied).Select(copy => $"{copy.Length} {copy.Source}")]);
    }

    /// <summary>The first two lines that follow each other and have the length of a remark; null where there are none.</summary>
    private static string[]? Exchange(string text)
    {
        var lines = text.Split('\n').Where(line => line.Length > 0 && !line.StartsWith('(')).Select(LineChoice.SpokenPart).ToList();
        return lines.Zip(lines.Skip(1)).Where(pair => IsRemark(pair.First) && IsRemark(pair.Second))
            .Select(pair => new[] { pair.First, pair.Second }).FirstOrDefault();

        static bool IsRemark(string line) => line.Length is >= 12 and <= 110;
    }

    private static bool Loops(string text)
    {
        var words = CorpusWords.Of(text);
        return words.Zip(words.Skip(1), words.Skip(2)).CountBy(phrase => phrase).Any(phrase => phrase.Value > 2);
    }

    private sealed record WordFigures(
        string Language,
        int Texts,
        int Words,
        double NonWordsPerHundred,
        int Loops,
        int Ended,
        int SpokenLines,
        int RepeatedLines,
        int MedianCopy,
        int LongestCopy,
        int CopiesOverLimit,
        IReadOnlyList<string> Copied);

    private sealed record Result(IReadOnlyList<WordFigures> Languages);

    /// <summary>The words that count as known, and what could have been copied: the corpus, and the library where there is one.</summary>
    private sealed class KnownTexts
    {
        public KnownTexts(string language, DirectoryInfo? library)
        {
            var sources = new List<(string Name, string Text)>();
            var telenovelas = CorpusFolder.Load(CorpusLines.Directory).Telenovelas;
            foreach (var telenovela in telenovelas.Where(telenovela => telenovela.Language == language))
            {
                Words.UnionWith(CorpusWords.Of(telenovela.Title));
                foreach (var entry in telenovela.Episodes)
                {
                    var lines = entry.Episode.Scenes.SelectMany(scene => scene.Elements).ToList();
                    var text = string.Join('\n', lines.OfType<ScriptLine>().Select(line => line.ToSpeech()));
                    sources.Add(($"{telenovela.Id}/{entry.File.Id}", text));
                    Words.UnionWith(CorpusWords.Of(text));
                    Words.UnionWith(lines.OfType<StageDirection>().SelectMany(direction => CorpusWords.Of(direction.Text)));
                    Words.UnionWith(lines.OfType<ScriptLine>().SelectMany(line => CorpusWords.Of(line.Speaker ?? "")));
                }
            }

            var texts = library is null ? [] : TextFile.Beneath(library);
            if (library is not null && texts.Count == 0)
            {
                throw new FailureException($"There are no text files (*.txt) beneath “{library.FullName}”.");
            }

            foreach (var file in texts)
            {
                var text = File.ReadAllText(file.FullName);
                sources.Add((file.Name, text));
                Words.UnionWith(CorpusWords.Of(text));
            }

            Copies = new CopyIndex(sources);
        }

        public HashSet<string> Words { get; } = new(StringComparer.Ordinal);

        public CopyIndex Copies { get; }
    }
}
