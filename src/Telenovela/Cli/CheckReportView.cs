using System.Globalization;
using Spectre.Console;
using Telenovela.Corpus.Checks;
using Telenovela.Corpus.Dataset;

namespace Telenovela.Cli;

/// <summary>A check of a corpus for people: tables of figures, who says how much, and the problems with file and line.</summary>
internal static class CheckReportView
{
    private const int MostProblems = 40;
    private const int MostNames = 16;

    /// <summary>Prints a report.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="report">The report.</param>
    /// <param name="directory">The folder as the person named it, so that problems begin with a path that can be opened.</param>
    public static void Show(IAnsiConsole console, CheckReport report, string directory)
    {
        if (report.Telenovelas.Count > 0)
        {
            console.Write(Table(report, ["episodes", "characters", "threads", "4-grams", "packed"], check =>
            [
                Number(check.Episodes),
                Number(check.Characters),
                check.Threads.Listed == 0 ? "" : $"{Number(check.Threads.Tied)}/{Number(check.Threads.Listed)}",
                Invariant($"{check.DistinctFourGrams:F4}"),
                Invariant($"{check.Compressed.Ratio:F4}"),
            ]));
            console.MarkupLineInterpolated($"threads: tied of listed; 4-grams: share that is distinct; packed: size after {report.Telenovelas[0].Compressed.Compressor}");
            console.Write(Table(report, ["register", "line", "sentence", "forms", "directions"], check =>
            [
                check.Limits?.Register ?? "",
                Invariant($"{check.Style.LineCharacters:F1}"),
                Invariant($"{check.Style.SentenceWords:F1}"),
                Number(check.Style.WordForms),
                Invariant($"{check.Style.Directions:F3}"),
            ]));
            console.MarkupLineInterpolated(
                $"line: characters on average; sentence: words on average; forms: distinct words in the first {Number(StyleMeasure.MeasuredCharacters)} characters; directions: their share of the text");
        }

        foreach (var check in report.Telenovelas)
        {
            console.MarkupLineInterpolated($"[bold]{check.Title}[/]");
            Names(console, "speakers", check.Speakers);
            Names(console, "arcs", check.Arcs);
            Problems(console, check.Problems, directory);
        }

        Problems(console, report.Problems, directory);
        console.MarkupLineInterpolated(report.IsClean() ? (FormattableString)$"[green]No problems.[/]" : $"[red]{Count(report)} {(Count(report) == 1 ? "problem" : "problems")}.[/]");
    }

    private static Table Table(CheckReport report, string[] columns, Func<TelenovelaCheck, string[]> figures)
    {
        var table = new Table().RoundedBorder();
        table.AddColumn(new TableColumn("telenovela").NoWrap());
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(column).RightAligned().NoWrap());
        }

        foreach (var check in report.Telenovelas)
        {
            table.AddRow([.. figures(check).Prepend(check.Telenovela).Select(Markup.Escape)]);
        }

        return table;
    }

    private static void Names(IAnsiConsole console, string what, IReadOnlyDictionary<string, long> characters)
    {
        if (characters.Count > 0)
        {
            var more = characters.Count > MostNames ? $", and {characters.Count - MostNames} more" : "";
            console.MarkupLineInterpolated($"  {what}: {string.Join(", ", characters.Take(MostNames).Select(entry => $"{entry.Key} {Number(entry.Value)}"))}{more}");
        }
    }

    private static void Problems(IAnsiConsole console, IReadOnlyList<DatasetProblem> problems, string directory)
    {
        foreach (var problem in problems.Take(MostProblems))
        {
            var line = problem.Line > 0 ? $":{problem.Line}" : "";
            console.MarkupLineInterpolated($"  [red]{Path.Combine(directory, problem.File)}{line}[/] {problem.Message} ({problem.Rule})");
        }

        if (problems.Count > MostProblems)
        {
            console.MarkupLineInterpolated($"  and {problems.Count - MostProblems} more; --json has them all.");
        }
    }

    private static int Count(CheckReport report) => report.Problems.Count + report.Telenovelas.Sum(check => check.Problems.Count);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
