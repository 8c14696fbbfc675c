using Telenovela.Bot.Commands.Definitions;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;

namespace Telenovela.Bot.Commands.MyData;

/// <summary><c>/telenovela my-data</c>: what is kept about a person, to see, to take along and to delete.</summary>
/// <param name="page">Shows it.</param>
public sealed class MyDataCommand(MyDataPage page) : ISubcommand
{
    /// <inheritdoc/>
    public string Name => "telenovela my-data";

    /// <inheritdoc/>
    public OptionDefinition Definition { get; } = new(
        OptionType.Subcommand, new("my-data", "mis-datos"), new("See, export or delete what you gave", "Ve, exporta o borra lo que regalaste"));

    /// <inheritdoc/>
    public DeferredReply? Defer(Interaction interaction) => new(Ephemeral: true);

    /// <inheritdoc/>
    public async Task<Reply> HandleAsync(Interaction interaction, CancellationToken cancellationToken) =>
        await page.ShowAsync(interaction.User.Id, null, cancellationToken).ConfigureAwait(false);
}
