using System.CommandLine;
using System.Text;
using Spectre.Console;
using Telenovela.Bot.Contributions.Checks.Wording;
using Telenovela.Story.Models;
using Telenovela.Story.Writing;

namespace Telenovela.Cli;

/// <summary><c>telenovela generate</c>.</summary>
internal static class GenerateCommand
{
    public static Command Create()
    {
        var telenovela = new Option<string?>("--telenovela") { Description = "Id or title of the telenovela; the seed chooses by default" };
        var prompt = new Option<string?>("--prompt") { Description = "Words that the text carries on from" };
        var arc = new Option<string?>("--arc")
        {
            Description = "Arc that the scene serves, for example amnesia; the seed chooses by default",
        };
        var length = new Option<int?>("--length")
        {
            Description = "About how many characters to write; the text ends at a sentence " +
                $"[default: {WritingRequest.DefaultLength}, or the talk's {WritingRequest.TalkLength} with --exact]",
        }.Between(1, 1_000_000);
        var exact = new Option<bool>("--exact") { Description = "Write exactly that many characters, as in the talk, wherever that ends" };
        var candidates = new Option<int>("--candidates")
        {
            Description = "How many candidates each line is chosen from",
            DefaultValueFactory = _ => 32,
        }.Between(1, 64);
        var topK = new Option<int>("--top-k")
        {
            Description = "Leaves out all but this many of the likeliest tokens; 0 leaves out none",
            DefaultValueFactory = _ => 0,
        }.Between(0, 100_000);
        var topP = new Option<double>("--top-p")
        {
            Description = "Leaves out the least likely tokens, as long as the others have this share of the probability",
            DefaultValueFactory = _ => 1,
        }.Between(0.01, 1);
        var temperature = new Option<double>("--temperature") { Description = "0 is timid, 1.5 delirious", DefaultValueFactory = _ => 0.8 }.Between(0, 5);
        var minP = new Option<double>("--min-p")
        {
            Description = "Leaves out tokens less likely than this share of the likeliest; 0 leaves out none",
            DefaultValueFactory = _ => 0.05,
        }.Between(0, 1);
        var repetition = new Option<double>("--repetition-penalty")
        {
            Description = "Makes what was just written less likely; 1 changes nothing",
            DefaultValueFactory = _ => 1,
        }.Between(0.5, 5);
        var seed = new Option<long?>("--seed") { Description = "The same seed gives the same text" }.Between(long.MinValue, long.MaxValue);
        var model = new Option<DirectoryInfo?>("--model") { Description = "Folder of a model, or of models; the shipped ones by default" };
        var json = CommandExtensions.JsonOption();
        var command = new Command("generate", "Writes telenovela")
        {
            telenovela, prompt, arc, length, exact, candidates, temperature, minP, topK, topP, repetition, seed, model, json,
        };
        command.SetAction((parsed, cancellationToken) => Task.Run(
            () =>
            {
                var isExact = parsed.GetValue(exact);
                var request = new WritingRequest
                {
                    Telenovela = parsed.GetValue(telenovela),
                    Prompt = parsed.GetValue(prompt),
                    Length = parsed.GetValue(length) ?? (isExact ? WritingRequest.TalkLength : WritingRequest.DefaultLength),
                    Temperature = parsed.GetValue(temperature),
                    MinP = parsed.GetValue(minP),
                    TopK = parsed.GetValue(topK),
                    TopP = parsed.GetValue(topP),
                    RepetitionPenalty = parsed.GetValue(repetition),
                    Arc = parsed.GetValue(arc),
                    Exact = isExact,
                    Candidates = parsed.GetValue(candidates),
                    Unwanted = UnwantedWords.Shipped(),
                    Seed = parsed.GetValue(seed) ?? Random.Shared.NextInt64(1_000_000_000),
                };
                var shelf = ModelShelf.Open(parsed.GetValue(model)?.FullName ?? ModelShelf.ShippedDirectory);
                Write(shelf, request, new Output(parsed.GetValue(json)), cancellationToken);
                return ExitCode.Success;
            },
            cancellationToken));
        return command;
    }

    /// <summary>
    /// People see the text while it is written; what is there when somebody stops it stays, and is the JSON object's text.
    /// </summary>
    private static void Write(ModelShelf shelf, WritingRequest request, Output output, CancellationToken cancellationToken)
    {
        var soFar = new StringBuilder();
        try
        {
            var written = shelf.Write(request, Show, cancellationToken);
            output.Result(
                new Result(
                    written.Text, written.Telenovela.Id, written.Telenovela.Model, written.Seed, written.Text.Length,
                    (long)written.Elapsed.TotalMilliseconds, written.Copied?.Length, written.Copied?.Source, false),
                console =>
                {
                    console.WriteLine();
                    Output.OnStandardError().MarkupLineInterpolated(
                        $"[dim]{written.Telenovela.Title} · {written.Telenovela.Model} · seed {written.Seed} · {written.Elapsed.TotalMilliseconds:0} ms[/]");
                });
        }
        catch (OperationCanceledException) when (soFar.Length > 0)
        {
            output.Result(
                new Result(soFar.ToString(), request.Telenovela, null, request.Seed, soFar.Length, null, null, null, true),
                console => console.WriteLine());
            throw;
        }

        void Show(string piece)
        {
            if (!output.IsJson)
            {
                output.Console.MarkupInterpolated($"[bold]{(soFar.Length == 0 ? request.Prompt : "")}[/]{piece}");
            }

            soFar.Append(piece);
        }
    }

    private sealed record Result(
        string Text, string? Telenovela, string? Model, long Seed, int Characters, long? ElapsedMs, int? LongestCopy, string? CopiedFrom,
        bool Stopped);
}
