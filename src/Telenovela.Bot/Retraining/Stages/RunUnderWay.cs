using System.Text.Json;
using System.Text.Json.Serialization;
using Telenovela.Bot.Retraining.Reports;
using Telenovela.Bot.Storage.Health;
using Telenovela.Bot.Storage.Rows;

namespace Telenovela.Bot.Retraining.Stages;

/// <summary>A run, as its stages see and change it.</summary>
/// <param name="id">The row.</param>
/// <param name="trigger">What began it.</param>
/// <param name="folder">Where it works.</param>
/// <param name="tell">Told of a stage's progress.</param>
public sealed class RunUnderWay(long id, RunTrigger trigger, string folder, Action<string, StageProgress> tell)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>The row.</summary>
    public long Id { get; } = id;

    /// <summary>What began it.</summary>
    public RunTrigger Trigger { get; } = trigger;

    /// <summary>Where it works.</summary>
    public string Folder { get; } = folder;

    /// <summary>What is to be done, decided by the first stage.</summary>
    public RunPlan Plan { get; set; } = RunPlan.Nothing;

    /// <summary>What is known by now.</summary>
    public RunReport Report { get; set; } = new();

    /// <summary>Set by a stage that settles how the run ends; the stages behind it are left out, but for the news of a promotion.</summary>
    public RunState? Outcome { get; set; }

    /// <summary>What was published.</summary>
    public string? Generation { get; set; }

    /// <summary>Whether the stage had begun once before and was interrupted.</summary>
    public bool Again { get; set; }

    /// <summary>The stage under way; empty before the first.</summary>
    public string Stage { get; private set; } = "";

    private string MemoryFile => Path.Combine(Folder, "run.json");

    /// <summary>Begins a stage.</summary>
    /// <param name="stage">Its name.</param>
    public void Enter(string stage)
    {
        Stage = stage;
        tell(stage, new StageProgress(0));
    }

    /// <summary>Tells how far the stage is.</summary>
    /// <param name="progress">How far.</param>
    public void Tell(StageProgress progress) => tell(Stage, progress);

    /// <summary>What is known of a model.</summary>
    /// <param name="model">Its folder's name.</param>
    public ModelReport Of(string model) => Report.Models.Single(known => known.Model == model);

    /// <summary>Changes what is known of a model.</summary>
    /// <param name="model">Its folder's name.</param>
    /// <param name="change">The change.</param>
    public void Know(string model, Func<ModelReport, ModelReport> change) =>
        Report = Report with { Models = [.. Report.Models.Select(known => known.Model == model ? change(known) : known)] };

    /// <summary>
    /// Does a model's part of a stage, unless an earlier part failed. What goes wrong is noted with the model, and the others go on.
    /// </summary>
    /// <param name="model">Its folder's name.</param>
    /// <param name="work">The part.</param>
    public async Task TryAsync(string model, Func<Task> work)
    {
        if (Of(model).Failure is not null)
        {
            return;
        }

        try
        {
            await work().ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or StoreUnavailableException or LinesGoneException or OutOfMemoryException))
        {
            Know(model, known => known with { Failure = failure.Message });
        }
    }

    /// <summary>Ends the run where nothing is left to be done: every model failed, and no champion has to go.</summary>
    /// <exception cref="RetrainingException">It is so; the message tells what went wrong.</exception>
    public void RequireWork()
    {
        if (Plan.Models.All(plan => !plan.MustGo && Of(plan.Model).Failure is not null))
        {
            throw new RetrainingException(string.Join(" ", Report.Models.Select(model => model.Failure).Distinct()));
        }
    }

    /// <summary>Reads what the run knew when it was interrupted.</summary>
    /// <returns>False where that can't be read: the run begins anew.</returns>
    public bool Remember()
    {
        try
        {
            if (JsonSerializer.Deserialize<Memory>(File.ReadAllBytes(MemoryFile), Json) is not { Plan: { Models: not null, Probes: not null } plan, Report: { } report } memory)
            {
                return false;
            }

            (Plan, Report, Outcome, Generation) = (plan, RunReport.Parse(report), memory.Outcome, memory.Generation);
            return true;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or JsonException)
        {
            return false;
        }
    }

    /// <summary>Keeps what the run knows, whole or not at all.</summary>
    /// <exception cref="IOException">The disk refuses.</exception>
    public void Save()
    {
        Directory.CreateDirectory(Folder);
        using (var file = new FileStream(MemoryFile + ".tmp", FileMode.Create, FileAccess.Write, FileShare.None))
        {
            file.Write(JsonSerializer.SerializeToUtf8Bytes(new Memory(Plan, Report.ToJson(), Outcome, Generation), Json));
            file.Flush(flushToDisk: true);
        }

        File.Move(MemoryFile + ".tmp", MemoryFile, overwrite: true);
    }

    private sealed record Memory(RunPlan Plan, string Report, RunState? Outcome, string? Generation);
}
