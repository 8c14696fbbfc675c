using System.CommandLine;
using Spectre.Console;
using Telenovela.Engine.Decoding;
using Telenovela.Engine.Evaluation;

namespace Telenovela.Cli;

/// <summary><c>telenovela evaluate</c>.</summary>
internal static class EvaluateCommand
{
    public static Command Create()
    {
        var model = new Option<DirectoryInfo>("--model") { Description = "Folder of a model", Required = true };
        var text = new Option<FileInfo>("--text") { Description = "Text to foresee; best one the model wasn't trained on", Required = true };
        var json = CommandExtensions.JsonOption();
        var command = new Command("evaluate", "Measures how well a model foresees a text") { model, text, json };
        command.SetAction((parsed, cancellationToken) => Task.Run(
            () =>
            {
                var output = new Output(parsed.GetValue(json));
                var loaded = LanguageModel.Load(parsed.GetValue(model)!.FullName);
                var read = TextFile.Read(parsed.GetValue(text)!);
                if (loaded.Tokenizer.Encode(read).Length < 2)
                {
                    throw new FailureException(
                        $"“{parsed.GetValue(text)!.FullName}” holds no text to foresee: at least two characters are needed.");
                }

                using var progress = new ProgressLine("evaluate");
                var evaluation = Evaluator.Evaluate(loaded, read, share => progress.Report(share, ""), cancellationToken: cancellationToken);
                progress.Dispose();
                var unknown = evaluation.Unknown > 0
                    ? $" · {evaluation.Unknown:N0} of them unknown to the model, which it can't foresee"
                    : "";
                output.Result(
                    new Result(evaluation.Nats, evaluation.BitsPerCharacter, evaluation.Characters, evaluation.Unknown),
                    console => console.MarkupLineInterpolated(
                        $"{evaluation.Nats:0.0000} nats/character · {evaluation.BitsPerCharacter:0.0000} bits/character · {evaluation.Characters:N0} characters{unknown}"));
                return ExitCode.Success;
            },
            cancellationToken));
        return command;
    }

    private sealed record Result(double Nats, double BitsPerCharacter, long Characters, long Unknown);
}
