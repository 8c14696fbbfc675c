using System.Globalization;
using Microsoft.Extensions.Localization;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Resources;

namespace Telenovela.Bot.Commands.MyData;

/// <summary>Chooses a line to delete, and asks once more.</summary>
/// <param name="text">What is said.</param>
public sealed class MyDataDeleteSelect(IStringLocalizer<ContributeText> text) : IInteractionHandler
{
    /// <summary>Its custom id.</summary>
    public const string HandlerName = "my-data-delete";

    /// <inheritdoc/>
    public string Name => HandlerName;

    /// <inheritdoc/>
    public DeferredReply? Defer(Interaction interaction) => null;

    /// <inheritdoc/>
    public Task<Reply> HandleAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        if (interaction.Component!.Values is not [var chosen] || !long.TryParse(chosen, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            throw new ReplyException(text["MyData_Gone"]);
        }

        return Task.FromResult<Reply>(new MessageReply
        {
            Ephemeral = true,
            ReplacesMessage = true,
            Content = text["MyData_DeleteSure", id],
            Rows =
            [
                new ActionRow(
                    new Button(string.Create(CultureInfo.InvariantCulture, $"{MyDataDeleteButton.HandlerName}:{id}"), text["MyData_DeleteYes"], ButtonStyle.Danger, "🗑️"),
                    new Button($"{MyDataPageButton.HandlerName}:", text["MyData_DeleteNo"], ButtonStyle.Secondary)),
            ],
        });
    }
}
