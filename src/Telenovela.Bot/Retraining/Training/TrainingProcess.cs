using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Telenovela.Bot.Retraining.Reports;

namespace Telenovela.Bot.Retraining.Training;

/// <summary>Trains with <c>telenovela train</c> in a child process.</summary>
/// <param name="program">This program.</param>
/// <param name="options">How, and limits.</param>
/// <param name="clock">Measures time.</param>
/// <param name="logger">Told of what the child says.</param>
public sealed class TrainingProcess(
    TelenovelaProgram program, IOptions<RetrainingOptions> options, TimeProvider clock, ILogger<TrainingProcess> logger) : ITrainingProcess
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly ChildProcess _child = new("Training", program, options, clock, logger);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<EpochFigures>> TrainAsync(TrainingOrder order, Action<TrainingEvent> onEvent, CancellationToken cancellationToken)
    {
        var settings = options.Value;
        var outcome = await _child.RunAsync(
            [
                "train", "--json", "--half", "--prepared", order.Text, "--from", order.From, "--output", order.Output, "--state", order.State,
                "--state-minutes", Number(settings.CheckpointMinutes), "--epochs", Number(settings.Epochs), "--learning-rate", Number(settings.LearningRate),
                "--threads", Number(settings.Threads), "--seed", Number(order.Seed),
            ],
            onEvent,
            cancellationToken).ConfigureAwait(false);
        return outcome.WasStopped && !Directory.Exists(order.Output)
            ? throw new RetrainingException(string.Create(
                CultureInfo.InvariantCulture, $"Training had not ended its first pass after {settings.MostHours} hours and was stopped. Raise Retraining:MostHours, or lower Retraining:RehearsalCharacters."))
            : EpochsOf(outcome.Output);
    }

    private static IReadOnlyList<EpochFigures> EpochsOf(string output)
    {
        try
        {
            return JsonSerializer.Deserialize<Result>(output, Json)?.Epochs ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static string Number(double number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record Result(IReadOnlyList<EpochFigures> Epochs);
}
