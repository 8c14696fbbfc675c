using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Telenovela.Bot.Retraining.Gate;

namespace Telenovela.Bot.Retraining.Training;

/// <summary>Measures with <c>telenovela measure</c> in a child process.</summary>
/// <param name="program">This program.</param>
/// <param name="options">Limits.</param>
/// <param name="clock">Measures time.</param>
/// <param name="logger">Told of what the child says.</param>
public sealed class MeasuringProcess(
    TelenovelaProgram program, IOptions<RetrainingOptions> options, TimeProvider clock, ILogger<MeasuringProcess> logger) : IMeasuringProcess
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    private readonly ChildProcess _child = new("Measuring", program, options, clock, logger);

    /// <inheritdoc/>
    public async Task<Measurement> MeasureAsync(MeasuringOrder order, string file, Action<double> tell, CancellationToken cancellationToken)
    {
        try
        {
            order.Save(file);
            var outcome = await _child.RunAsync<MeasuringEvent>(
                ["measure", "--json", "--order", file], told => tell(told.Share), cancellationToken).ConfigureAwait(false);
            return outcome.WasStopped
                ? throw new RetrainingException(string.Create(
                    CultureInfo.InvariantCulture, $"Measuring had not ended after {options.Value.MostHours} hours and was stopped. Raise Retraining:MostHours."))
                : Read(outcome.Output);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static Measurement Read(string output)
    {
        try
        {
            return JsonSerializer.Deserialize<Measurement>(output, Json) is { HeldOut: not null, Canaries: not null } measured
                ? measured
                : throw new RetrainingException("Measuring ended well and told no figures.");
        }
        catch (JsonException unreadable)
        {
            throw new RetrainingException($"Measuring ended well and told no figures: {unreadable.Message}", unreadable);
        }
    }
}
