using System.Globalization;
using Microsoft.Extensions.Localization;
using Telenovela.Bot.Markdown;
using Telenovela.Bot.Resources;
using Telenovela.Bot.Retraining.Reports;
using Telenovela.Bot.Retraining.Runs;
using Telenovela.Bot.Storage.Rows;

namespace Telenovela.Bot.Commands.Retrain;

/// <summary>Puts training runs into words.</summary>
/// <param name="text">The words.</param>
public sealed class RunWords(IStringLocalizer<RetrainText> text)
{
    private const int MostModels = 4;

    /// <summary>The models of a report that may write, with what they were measured at.</summary>
    /// <param name="report">A run's.</param>
    public static IEnumerable<(ModelReport Model, Comparison HeldOut)> Learned(RunReport report) =>
        from model in report.Models
        where model.Passed && model.HeldOut is { } held && double.IsFinite(held.Champion) && double.IsFinite(held.Challenger)
        select (model, model.HeldOut!);

    /// <summary>A moment that everybody reads in their own time zone.</summary>
    /// <param name="at">When.</param>
    /// <param name="style">Discord's letter for how it is written.</param>
    public static string Stamp(DateTimeOffset at, char style) => string.Create(CultureInfo.InvariantCulture, $"<t:{at.ToUnixTimeSeconds()}:{style}>");

    /// <summary>How long something took.</summary>
    /// <param name="time">How long.</param>
    public static string Duration(TimeSpan time) => time.TotalMinutes < 2
        ? string.Create(CultureInfo.CurrentCulture, $"{(int)time.TotalSeconds} s")
        : time.TotalHours < 2
            ? string.Create(CultureInfo.CurrentCulture, $"{(int)time.TotalMinutes} min")
            : string.Create(CultureInfo.CurrentCulture, $"{(int)time.TotalHours} h {time.Minutes} min");

    /// <summary>What became of a run, as a sign.</summary>
    /// <param name="state">What.</param>
    public static string Sign(RunState state) => state switch
    {
        RunState.Promoted => "✅",
        RunState.Rejected => "❌",
        RunState.Skipped => "⏭️",
        RunState.Failed => "⚠️",
        RunState.Cancelled => "✋",
        RunState.RolledBack => "↩️",
        _ => "⏳",
    };

    /// <summary>What became of a run, in two words.</summary>
    /// <param name="state">What.</param>
    public string State(RunState state) => text["State_" + state];

    /// <summary>What began a run.</summary>
    /// <param name="trigger">What.</param>
    public string Trigger(RunTrigger trigger) => text["Trigger_" + trigger];

    /// <summary>A stage; its own name where there are no words for it.</summary>
    /// <param name="name">Which.</param>
    public string Stage(string name) => text["Stage_" + name] is { ResourceNotFound: false } words ? words : SafeText.Code(name, 40);

    /// <summary>A generation of models.</summary>
    /// <param name="id">Its name; null for the shipped models.</param>
    public string Generation(string? id) => id is null ? text["Shipped"] : SafeText.Code(id, 40);

    /// <summary>What became of a run, and why.</summary>
    /// <param name="run">The run.</param>
    public string Outcome(RunSummary run) => run.State switch
    {
        RunState.Promoted or RunState.RolledBack => text["Outcome_" + run.State, Generation(run.Generation)],
        RunState.Rejected when run.Generation is not null => text["Outcome_Replaced", Generation(run.Generation)],
        RunState.Skipped => text["Outcome_Skipped", run.Report.Skipped is { } reason ? text["Skip_" + reason].Value : "—"],
        RunState.Failed => text["Outcome_Failed", SafeText.Block(run.Report.Failure ?? "—", 1000)],
        _ => text["Outcome_" + run.State],
    };

    /// <summary>A run on one line.</summary>
    /// <param name="run">The run.</param>
    public string Line(RunSummary run)
    {
        var parts = new List<string> { Stamp(run.StartedAt, 'd'), Trigger(run.Trigger), $"{Sign(run.State)} {State(run.State)}" };
        if (run.State != RunState.RolledBack)
        {
            parts.Add(text["History_Lines", run.NewLines]);
        }

        if (Losses(run.Report) is { Length: > 0 } losses)
        {
            parts.Add(losses);
        }

        if (run is { State: RunState.Promoted or RunState.RolledBack } or { State: RunState.Rejected, Generation: not null })
        {
            parts.Add(Generation(run.Generation));
        }

        return string.Join(" · ", parts);
    }

    /// <summary>The losses before and after, by language; empty where nothing was measured.</summary>
    private static string Losses(RunReport report)
    {
        var measured = report.Models.Where(model => model.HeldOut is not null).ToList();
        return string.Join(
            ", ",
            measured.Take(MostModels).Select(model => string.Create(
                CultureInfo.CurrentCulture, $"{SafeText.Code(model.Language, 12)} {model.HeldOut!.Champion:F4}→{model.HeldOut.Challenger:F4}")).Concat(measured.Count > MostModels ? ["…"] : []));
    }
}
