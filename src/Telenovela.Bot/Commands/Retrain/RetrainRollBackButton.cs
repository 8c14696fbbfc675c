using Microsoft.Extensions.Localization;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Markdown;
using Telenovela.Bot.Resources;
using Telenovela.Bot.Retraining;
using Telenovela.Story.Models.Generations;

namespace Telenovela.Bot.Commands.Retrain;

/// <summary>
/// "Go back". Its custom id names the generation that was in use when somebody asked: pressed twice, or by two people, it goes back once.
/// </summary>
/// <param name="retrainers">Says who may.</param>
/// <param name="retraining">Goes back.</param>
/// <param name="models">Know what is in use.</param>
/// <param name="words">Names generations.</param>
/// <param name="text">What is said.</param>
public sealed class RetrainRollBackButton(
    Retrainers retrainers, IRetraining retraining, IModelsInUse models, RunWords words, IStringLocalizer<RetrainText> text) : IInteractionHandler
{
    /// <summary>The prefix of its custom ids.</summary>
    public const string HandlerName = "retrain-rollback";

    private const int Green = 0x2E7D32;

    /// <inheritdoc/>
    public string Name => HandlerName;

    /// <inheritdoc/>
    public DeferredReply? Defer(Interaction interaction) => new(Ephemeral: true, ReplacesMessage: true);

    /// <inheritdoc/>
    public async Task<Reply> HandleAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        retrainers.Require(interaction);
        var asked = interaction.Component!.CustomId.Split(':', 2)[^1];
        if (models.FindInUse() != asked)
        {
            throw new ReplyException(text["RollBack_Changed"]);
        }

        try
        {
            var back = await retraining.RollBackAsync(asked, cancellationToken).ConfigureAwait(false);
            return new MessageReply
            {
                Ephemeral = true,
                ReplacesMessage = true,
                Embeds = [new Embed { Description = text["RollBack_Done", words.Generation(back.Generation)], Color = Green }],
            };
        }
        catch (GenerationException impossible)
        {
            throw new ReplyException(text["RollBack_Failed", SafeText.Block(impossible.Message, 1000)]);
        }
    }
}
