using System.Text.Json;
using System.Text.Json.Serialization;

namespace Telenovela.Bot.Retraining.Reports;

/// <summary>What a training run found out, stored with it. Holds figures and generated texts, never a contributed one.</summary>
public sealed record RunReport
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>Why nothing was trained; null where something was.</summary>
    public SkipReason? Skipped { get; init; }

    /// <summary>What went wrong, in English, for people; null where nothing did.</summary>
    public string? Failure { get; init; }

    /// <summary>A model each.</summary>
    public IReadOnlyList<ModelReport> Models { get; init; } = [];

    /// <summary>Reads what <see cref="ToJson"/> wrote; an empty report where it can't be read.</summary>
    /// <param name="json">JSON.</param>
    public static RunReport Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<RunReport>(json, Json) ?? new RunReport();
        }
        catch (JsonException)
        {
            return new RunReport();
        }
    }

    /// <summary>Without the texts that were written for comparison: those are for the news, and a telenovela's title may be somebody's own.</summary>
    public RunReport WithoutSamples() => this with { Models = [.. Models.Select(model => model with { Before = null, After = null })] };

    /// <summary>As JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);
}
