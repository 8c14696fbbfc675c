using Microsoft.Extensions.Options;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Retraining.Gate;
using Telenovela.Bot.Storage.Rows;

namespace Telenovela.Bot.Retraining.Stages;

/// <summary>Decides on each challenger. Where it learned what may no longer be learned, the run begins anew; where none passes, and no champion has to go, the run ends here.</summary>
/// <param name="lines">What may be learned.</param>
/// <param name="options">How much worse is not worse.</param>
public sealed class GateStage(TrainingLines lines, IOptions<RetrainingOptions> options) : IRetrainingStage
{
    /// <inheritdoc/>
    public string Name => StageName.Gate;

    /// <inheritdoc/>
    public double Weight => 0.01;

    /// <inheritdoc/>
    public async Task DoAsync(RunUnderWay run, CancellationToken cancellationToken)
    {
        var learnable = await lines.LearnableAsync(cancellationToken).ConfigureAwait(false);
        foreach (var plan in run.Plan.Models)
        {
            var forbidden = plan.Keys.Count(key => !learnable.Contains(key));
            if (forbidden > 0)
            {
                throw new LinesGoneException();
            }

            run.Know(plan.Model, known => known.Failure is not null ? known : known with { Findings = PromotionGate.Judge(known, options.Value.Tolerance, forbidden) });
        }

        if (run.Plan.Models.All(plan => !plan.MustGo && !run.Of(plan.Model).Passed))
        {
            run.Outcome = RunState.Rejected;
        }
    }
}
