using Microsoft.Extensions.Localization;
using Telenovela.Bot.Commands.Definitions;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Resources;
using Telenovela.Bot.Retraining;
using Telenovela.Bot.Retraining.Runs;

namespace Telenovela.Bot.Commands.Retrain;

/// <summary><c>/telenovela-admin retrain rollback</c>: says what going back would change, and asks.</summary>
/// <param name="retrainers">Says who may.</param>
/// <param name="retraining">Knows whether a run is under way.</param>
/// <param name="runs">Know what was in use before.</param>
/// <param name="words">Names generations.</param>
/// <param name="text">What is said.</param>
public sealed class RetrainRollBackCommand(
    Retrainers retrainers, IRetraining retraining, TrainingRunStore runs, RunWords words, IStringLocalizer<RetrainText> text) : ISubcommand
{
    private const int Amber = 0xFFA000;

    /// <inheritdoc/>
    public string Name => "telenovela-admin retrain rollback";

    /// <inheritdoc/>
    public OptionDefinition Definition { get; } = new(
        OptionType.Subcommand, new("rollback", "volver"), new("Puts the models before to use again", "Vuelve a usar los modelos de antes"));

    /// <inheritdoc/>
    public DeferredReply? Defer(Interaction interaction) => new(Ephemeral: true);

    /// <inheritdoc/>
    public async Task<Reply> HandleAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        retrainers.Require(interaction);
        var step = await StepBack.OfAsync(runs, cancellationToken).ConfigureAwait(false);
        if (step.InUse is null)
        {
            throw new ReplyException(text["RollBack_None"]);
        }

        var question = text["RollBack_Ask", words.Generation(step.InUse), step.IsKnown ? words.Generation(step.Before) : text["Earlier"].Value].Value;
        return new MessageReply
        {
            Ephemeral = true,
            Embeds =
            [
                new Embed
                {
                    Title = text["RollBack_Title"],
                    Description = retraining.Progress is null ? question : $"{question}\n{text["RollBack_Running"]}",
                    Color = Amber,
                },
            ],
            Rows = [new ActionRow(new Button($"{RetrainRollBackButton.HandlerName}:{step.InUse}", text["RollBack_Button"], ButtonStyle.Danger, "↩️"))],
        };
    }
}
