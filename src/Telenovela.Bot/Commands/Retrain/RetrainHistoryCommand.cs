using Microsoft.Extensions.Localization;
using Telenovela.Bot.Commands.Definitions;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Resources;
using Telenovela.Bot.Retraining.Runs;

namespace Telenovela.Bot.Commands.Retrain;

/// <summary><c>/telenovela-admin retrain history</c>: the last runs, a line each.</summary>
/// <param name="retrainers">Says who may.</param>
/// <param name="runs">Knows them.</param>
/// <param name="words">Puts them into words.</param>
/// <param name="text">What is said.</param>
public sealed class RetrainHistoryCommand(Retrainers retrainers, TrainingRunStore runs, RunWords words, IStringLocalizer<RetrainText> text) : ISubcommand
{
    private const int Rose = 0xC2185B;
    private const int Most = 10;

    /// <inheritdoc/>
    public string Name => "telenovela-admin retrain history";

    /// <inheritdoc/>
    public OptionDefinition Definition { get; } = new(
        OptionType.Subcommand, new("history", "historial"), new("The last runs and what came of them", "Las últimas sesiones y en qué quedaron"));

    /// <inheritdoc/>
    public DeferredReply? Defer(Interaction interaction) => new(Ephemeral: true);

    /// <inheritdoc/>
    public async Task<Reply> HandleAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        retrainers.Require(interaction);
        var last = await runs.HistoryAsync(Most, cancellationToken).ConfigureAwait(false);
        return new MessageReply
        {
            Ephemeral = true,
            Embeds =
            [
                new Embed
                {
                    Title = text["History_Title"],
                    Description = last.Count == 0 ? text["History_None"] : string.Join('\n', last.Select(words.Line)),
                    Color = Rose,
                    Footer = text["History_Footer"],
                },
            ],
        };
    }
}
