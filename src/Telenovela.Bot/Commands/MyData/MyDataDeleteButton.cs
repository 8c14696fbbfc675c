using System.Globalization;
using Microsoft.Extensions.Localization;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Resources;

namespace Telenovela.Bot.Commands.MyData;

/// <summary>Deletes a line.</summary>
/// <param name="data">Deletes it.</param>
/// <param name="page">Shows what is left.</param>
/// <param name="text">What is said.</param>
public sealed class MyDataDeleteButton(PersonalData data, MyDataPage page, IStringLocalizer<ContributeText> text) : IInteractionHandler
{
    /// <summary>The prefix of its custom ids.</summary>
    public const string HandlerName = "my-data-delete-yes";

    /// <inheritdoc/>
    public string Name => HandlerName;

    /// <inheritdoc/>
    public DeferredReply? Defer(Interaction interaction) => new(Ephemeral: true, ReplacesMessage: true);

    /// <inheritdoc/>
    public async Task<Reply> HandleAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        var deleted = long.TryParse(interaction.Component!.CustomId.Split(':', 2)[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var id) &&
            await data.DeleteLineAsync(interaction.User.Id, id, cancellationToken).ConfigureAwait(false);
        return await page.ShowAsync(interaction.User.Id, null, cancellationToken, deleted ? text["MyData_Deleted", id] : text["MyData_Gone"]).ConfigureAwait(false) with { ReplacesMessage = true };
    }
}
