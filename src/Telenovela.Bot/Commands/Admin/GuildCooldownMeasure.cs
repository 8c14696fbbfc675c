using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Storage.Health;

namespace Telenovela.Bot.Commands.Admin;

/// <summary>The pause that a server's administrators chose, or else <see cref="InteractionOptions.CooldownSeconds"/>.</summary>
/// <param name="settings">What was chosen.</param>
/// <param name="health">Whether it can be read.</param>
/// <param name="options">The bot's own measure.</param>
public sealed class GuildCooldownMeasure(GuildSettingsStore settings, StoreHealth health, IOptions<InteractionOptions> options) : ICooldownMeasure
{
    /// <inheritdoc/>
    public async ValueTask<TimeSpan> OfAsync(ulong? guildId)
    {
        int? chosen = null;
        if (guildId is { } guild && health.Current.State != StoreState.Starting)
        {
            try
            {
                chosen = (await settings.OfAsync(guild, CancellationToken.None).ConfigureAwait(false)).GenerateCooldownSeconds;
            }
            catch (Exception unreadable) when (unreadable is StoreUnavailableException or DbUpdateException or System.Data.Common.DbException)
            {
                // Writing needs no database; the store has logged what is wrong with it.
            }
        }

        return TimeSpan.FromSeconds(chosen ?? options.Value.CooldownSeconds);
    }
}
