using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Telenovela.Bot.Contributions.Checks.Wording;
using Telenovela.Bot.Storage.Health;

namespace Telenovela.Bot.Contributions;

/// <summary>
/// The words that no text for a server may have. Writing needs no database: where its list can't be read, it is the last one that could.
/// </summary>
public sealed class GuildWords(GuildSettingsStore settings)
{
    private readonly ConcurrentDictionary<ulong, IReadOnlyDictionary<string, IReadOnlyList<string>>> _read = new();

    /// <summary>A server's words and the bot's own, for one text.</summary>
    /// <param name="guildId">The server; null for none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<UnwantedWords> OfAsync(ulong? guildId, CancellationToken cancellationToken)
    {
        if (guildId is not { } guild)
        {
            return UnwantedWords.Shipped();
        }

        try
        {
            _read[guild] = await settings.WordsAsync(guild, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception unreadable) when (unreadable is StoreUnavailableException or DbUpdateException or DbException)
        {
            // The store has logged what is wrong with it.
        }

        return _read.TryGetValue(guild, out var words) ? new UnwantedWords(words) : UnwantedWords.Shipped();
    }
}
