using Microsoft.Extensions.Localization;
using Telenovela.Bot.Resources;
using Telenovela.Bot.Retraining.Reports;

namespace Telenovela.Bot.Commands.Retrain;

/// <summary>Puts into words what the gate looked at.</summary>
/// <param name="text">The words.</param>
public sealed class GateWords(IStringLocalizer<RetrainText> text)
{
    /// <summary>Says one thing that it looked at, with the numbers.</summary>
    /// <param name="finding">What.</param>
    /// <param name="model">The report that it is of.</param>
    public string Say(GateFinding finding, ModelReport model) => $"{(finding.Passed ? "✅" : "❌")} {Words(finding, model)}";

    private string Words(GateFinding finding, ModelReport model) => finding.Rule switch
    {
        GateRule.HeldOutEpisodes => model.HeldOut is { } held
            ? text["Gate_HeldOutEpisodes", finding.Value, finding.Limit, held.Champion, held.Challenger]
            : text["Gate_Unmeasured", finding.Value, finding.Limit, text["Gate_Episodes"].Value],
        GateRule.HeldOutContributions => model.HeldOutLines is { } lines
            ? text["Gate_HeldOutContributions", finding.Value, finding.Limit, lines.Champion, lines.Challenger, lines.Lines, lines.StandardError]
            : text["Gate_Unmeasured", finding.Value, finding.Limit, text["Gate_Contributions"].Value],
        _ => text["Gate_" + finding.Rule, finding.Value, finding.Limit],
    };
}
