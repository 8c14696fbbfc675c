using System.CommandLine;
using Spectre.Console;
using Telenovela.Corpus.Checks;
using Telenovela.Corpus.Dataset;
using Telenovela.Corpus.Formats;

namespace Telenovela.Cli;

/// <summary><c>telenovela corpus</c>.</summary>
internal static class CorpusCommands
{
    private const int MostShown = 40;

    public static Command Create() => new("corpus", "Scripts to learn from") { CreateImport(), CreateCheck(), CorpusExportCommand.Create() };

    private static Command CreateImport()
    {
        var path = new Argument<string>("path") { Description = "A script, or a folder of scripts: TTML, SRT, WebVTT, Fountain, or text with `Name:` before the words" }.NoOption();
        var telenovela = new Option<string>("--telenovela") { Description = "Its title", Required = true }
            .Must(title => title.Any(char.IsLetterOrDigit), title => $"--telenovela takes a title; “{title}” is none.");
        var language = new Option<string>("--language") { Description = "Its language: english, spanish, en, es, …", Required = true }
            .Must(
                FolderName.IsLanguage,
                word => $"“{word}” is no language; give an English name, such as spanish, or an ISO 639-1 tag, such as es.");
        var format = new Option<string>("--format") { Description = "The scripts' format, where it can't be told from them" }
            .Must(
                name => CorpusFormats.ByName(name) is not null,
                name => $"There is no format “{name}”; use one of {string.Join(", ", CorpusFormats.All.Select(known => known.Name))}.");
        var licence = new Option<string>("--licence") { Description = "The licence under which they may be used, for the title pages" };
        var output = new Option<DirectoryInfo>("--output") { Description = "Folder of the corpus to write into", Required = true };
        var json = CommandExtensions.JsonOption();
        var command = new Command("import", "Brings scripts into the corpus layout, as Fountain") { path, telenovela, language, output, format, licence, json };
        command.SetAction((parsed, cancellationToken) => Task.Run(
            () =>
            {
                var request = new ImportRequest(parsed.GetValue(path)!, parsed.GetValue(output)!.FullName)
                {
                    Telenovela = parsed.GetValue(telenovela),
                    Language = parsed.GetValue(language),
                    Format = parsed.GetValue(format),
                    License = parsed.GetValue(licence),
                };
                var report = new CorpusImporter(TimeProvider.System).Import(request, cancellationToken);
                new Output(parsed.GetValue(json)).Result(report, console => Show(console, report));
                return report.Episodes > 0 ? ExitCode.Success : ExitCode.Failure;
            },
            cancellationToken));
        return command;
    }

    private static Command CreateCheck()
    {
        var directory = new Argument<DirectoryInfo>("dir") { Description = "The corpus", DefaultValueFactory = _ => new DirectoryInfo("corpus") }.NoOption();
        var json = CommandExtensions.JsonOption();
        var command = new Command("check", "Figures and problems of a corpus; exit code 1 if there are problems") { directory, json };
        command.SetAction((parsed, cancellationToken) => Task.Run(
            () =>
            {
                var folder = parsed.GetValue(directory)!;
                var report = new CorpusCheck().Run(CorpusFolder.Load(folder.FullName, cancellationToken));
                new Output(parsed.GetValue(json)).Result(report, console => CheckReportView.Show(console, report, folder.ToString()));
                return report.IsClean() ? ExitCode.Success : ExitCode.Failure;
            },
            cancellationToken));
        return command;
    }

    private static void Show(IAnsiConsole console, ImportReport report)
    {
        if (report.Episodes > 0)
        {
            console.MarkupLineInterpolated(
                $"{report.Telenovela} ({report.Language}, {report.Format}): {report.Episodes} episodes, {report.Lines:N0} lines, {report.Characters:N0} characters, {report.Cues:N0} cues, {report.Speakers.Count} speakers");
        }

        foreach (var (speaker, lines) in report.Speakers.Take(MostShown))
        {
            console.MarkupLineInterpolated($"  {lines,6} {speaker}");
        }

        foreach (var skip in report.Skipped.Take(MostShown))
        {
            console.MarkupLineInterpolated($"[yellow]skipped[/] {skip.File}{(skip.Line > 0 ? $":{skip.Line}" : "")}: {skip.Reason}");
        }

        if (report.Skipped.Count > MostShown)
        {
            console.MarkupLineInterpolated($"and {report.Skipped.Count - MostShown} more; --json lists them all");
        }
    }
}
