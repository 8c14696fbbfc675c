using Microsoft.Extensions.Localization;
using Telenovela.Bot.Commands.Definitions;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Markdown;
using Telenovela.Bot.Resources;
using Telenovela.Bot.Retraining;
using Telenovela.Story.Models.Generations;

namespace Telenovela.Bot.Commands.Retrain;

/// <summary><c>/telenovela-admin retrain rollback</c>: says what going back would change, and asks.</summary>
/// <param name="retrainers">Says who may.</param>
/// <param name="retraining">Knows whether a run is under way.</param>
/// <param name="models">Know what would be in use then.</param>
/// <param name="words">Names generations.</param>
/// <param name="text">What is said.</param>
public sealed class RetrainRollBackCommand(
    Retrainers retrainers, IRetraining retraining, IModelsInUse models, RunWords words, IStringLocalizer<RetrainText> text) : ISubcommand
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
    public Task<Reply> HandleAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        retrainers.Require(interaction);
        var inUse = models.FindInUse() ?? throw new ReplyException(text["RollBack_None"]);
        try
        {
            return Task.FromResult<Reply>(Ask(inUse, models.FindBefore()));
        }
        catch (GenerationException impossible)
        {
            throw new ReplyException(text["RollBack_Failed", SafeText.Block(impossible.Message, 1000)]);
        }
    }

    private MessageReply Ask(string inUse, string? before)
    {
        var question = text["RollBack_Ask", words.Generation(inUse), words.Generation(before)].Value;
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
            Rows = [new ActionRow(new Button($"{RetrainRollBackButton.HandlerName}:{inUse}", text["RollBack_Button"], ButtonStyle.Danger, "↩️"))],
        };
    }
}
