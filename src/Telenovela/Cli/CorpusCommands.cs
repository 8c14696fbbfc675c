using System.CommandLine;
using Spectre.Console;
using Telenovela.Corpus.Checks;
using Telenovela.Corpus.Dataset;

namespace Telenovela.Cli;

/// <summary><c>telenovela corpus</c>.</summary>
internal static class CorpusCommands
{
    private const int MostShown = 40;

    public static Command Create() => new("corpus", "Scripts to learn from") { CreateImport(), CreateCheck(), CorpusExportCommand.Create() };

    private static Command CreateImport()
    {
        var path = new Argument<string>("path") { Description = "A script, or a folder of scripts: TTML, SRT, WebVTT, Fountain, or text with `Name:` before the words" };
        var telenovela = new Option<string>("--telenovela") { Description = "Its title", Required = true };
        var language = new Option<string>("--language") { Description = "Its language: english, spanish, en, es, …", Required = true };
        var output = new Option<DirectoryInfo>("--output") { Description = "Folder of the corpus to write into", Required = true };
        var json = CommandExtensions.JsonOption();
        var command = new Command("import", "Brings scripts into the corpus layout, as Fountain") { path, telenovela, language, output, json };
        command.SetAction(parsed =>
        {
            var report = new CorpusImporter(TimeProvider.System).Import(
                parsed.GetValue(path)!, parsed.GetValue(telenovela)!, parsed.GetValue(language)!, parsed.GetValue(output)!.FullName);
            new Output(parsed.GetValue(json)).Result(report, console => Show(console, report));
            return report.Episodes > 0 ? ExitCode.Success : ExitCode.Failure;
        });
        return command;
    }

    private static Command CreateCheck()
    {
        var directory = new Argument<DirectoryInfo>("dir") { Description = "The corpus", DefaultValueFactory = _ => new DirectoryInfo("corpus") };
        var json = CommandExtensions.JsonOption();
        var command = new Command("check", "Figures and problems of a corpus; exit code 1 if there are problems") { directory, json };
        command.SetAction(parsed =>
        {
            var checks = CorpusCheck.Run(parsed.GetValue(directory)!.FullName);
            new Output(parsed.GetValue(json)).Result(new { Telenovelas = checks }, console => Show(console, checks));
            return checks.All(check => check.Problems.Count == 0) ? ExitCode.Success : ExitCode.Failure;
        });
        return command;
    }

    private static void Show(IAnsiConsole console, ImportReport report)
    {
        console.MarkupLineInterpolated(
            $"{report.Telenovela} ({report.Language}, {report.Format}): {report.Episodes} episodes, {report.Lines:N0} lines, {report.Characters:N0} characters, {report.Cues:N0} cues, {report.Speakers.Count} speakers");
        foreach (var (speaker, lines) in report.Speakers.Take(MostShown))
        {
            console.MarkupLineInterpolated($"  {lines,6} {speaker}");
        }

        foreach (var skip in report.Skipped.Take(MostShown))
        {
            console.MarkupLineInterpolated($"[yellow]skipped[/] {skip.File}:{skip.Line}: {skip.Reason}");
        }
    }

    private static void Show(IAnsiConsole console, IReadOnlyList<TelenovelaCheck> checks)
    {
        foreach (var check in checks)
        {
            console.MarkupLineInterpolated(
                $"[bold]{check.Telenovela}[/] ({check.Language}): {check.Episodes} episodes, {check.Lines:N0} lines, {check.Characters:N0} characters, {check.Speakers.Count} speakers, {check.Problems.Count} problems");
            foreach (var problem in check.Problems.Take(MostShown))
            {
                console.MarkupLineInterpolated($"  [red]{problem.File}:{problem.Line}[/] {problem.Message}");
            }
        }
    }
}
