using System.Globalization;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;

namespace Telenovela.Bot.Commands.MyData;

/// <summary>Turns the pages.</summary>
/// <param name="page">Shows them.</param>
public sealed class MyDataPageButton(MyDataPage page) : IInteractionHandler
{
    /// <summary>The prefix of its custom ids.</summary>
    public const string HandlerName = "my-data-page";

    /// <inheritdoc/>
    public string Name => HandlerName;

    /// <inheritdoc/>
    public DeferredReply? Defer(Interaction interaction) => new(Ephemeral: true, ReplacesMessage: true);

    /// <inheritdoc/>
    public async Task<Reply> HandleAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        long? before = long.TryParse(interaction.Component!.CustomId.Split(':', 2)[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
        return await page.ShowAsync(interaction.User.Id, before, cancellationToken).ConfigureAwait(false) with { ReplacesMessage = true };
    }
}
