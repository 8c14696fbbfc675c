using System.CommandLine;
using Spectre.Console;
using Telenovela.Bot.Contributions.Exports;

namespace Telenovela.Cli;

/// <summary><c>telenovela corpus export</c>: the lines that people gave, as a dataset.</summary>
internal static class CorpusExportCommand
{
    private const string Fountain = "fountain";
    private const string JsonLines = "jsonl";

    public static Command Create()
    {
        var output = new Option<DirectoryInfo>("--output") { Description = "A new or empty folder, or one of an earlier export", Required = true };
        var format = new Option<string>("--format") { Description = "fountain: the corpus layout; jsonl: JSON lines with a dataset card", DefaultValueFactory = _ => Fountain };
        format.AcceptOnlyFromAmong(Fountain, JsonLines);
        var json = CommandExtensions.JsonOption();
        var command = new Command("export", "Writes the approved contributions as a dataset; the same database gives the same bytes")
        {
            output, format, HostSettings.Data, json,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var tools = StorageTools.Build(parsed);
            await StorageTools.OpenAsync(tools, cancellationToken).ConfigureAwait(false);
            var report = await tools.Services.GetRequiredService<CorpusExporter>().ExportAsync(
                parsed.GetValue(output)!.FullName,
                parsed.GetValue(format) == JsonLines ? ExportFormat.JsonLines : ExportFormat.Fountain,
                cancellationToken).ConfigureAwait(false);
            new Output(parsed.GetValue(json)).Result(report, console => console.WriteLine(
                $"{report.Lines} lines ({report.HeldOut} held out) of {report.Telenovelas} telenovelas by {report.Contributors} contributors: {report.Files.Count} files in {report.Directory}"));
            return ExitCode.Success;
        });
        return command;
    }
}
