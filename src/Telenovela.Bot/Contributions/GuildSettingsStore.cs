using Microsoft.EntityFrameworkCore;
using Telenovela.Bot.Storage;
using Telenovela.Bot.Storage.Health;
using Telenovela.Bot.Storage.Rows;

namespace Telenovela.Bot.Contributions;

/// <summary>What servers' administrators chose.</summary>
/// <param name="store">The database.</param>
public sealed class GuildSettingsStore(Store store)
{
    /// <summary>A server's settings.</summary>
    /// <param name="guildId">The server.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The defaults where nothing was chosen. Changing the object changes nothing; see <see cref="ChangeAsync"/>.</returns>
    public Task<GuildSettings> OfAsync(ulong guildId, CancellationToken cancellationToken) => store.ReadAsync(
        async (context, stop) => await context.GuildSettings.SingleOrDefaultAsync(settings => settings.GuildId == guildId, stop).ConfigureAwait(false)
            ?? new GuildSettings { GuildId = guildId },
        cancellationToken);

    /// <summary>The settings of the servers that want to be told what the bot learned.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<IReadOnlyList<GuildSettings>> WithNewsAsync(CancellationToken cancellationToken) => store.ReadAsync<IReadOnlyList<GuildSettings>>(
        async (context, stop) => await context.GuildSettings.Where(settings => settings.NewsChannelId != null)
            .OrderBy(settings => settings.GuildId).ToListAsync(stop).ConfigureAwait(false),
        cancellationToken);

    /// <summary>Changes a server's settings.</summary>
    /// <param name="guildId">The server.</param>
    /// <param name="change">Sets what is to change, on the settings as they are then.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The settings then.</returns>
    /// <exception cref="StoreUnavailableException">Nothing can be written now.</exception>
    public Task<GuildSettings> ChangeAsync(ulong guildId, Action<GuildSettings> change, CancellationToken cancellationToken) => store.WriteAsync(
        async (context, stop) =>
        {
            var settings = await context.GuildSettings.SingleOrDefaultAsync(row => row.GuildId == guildId, stop).ConfigureAwait(false);
            if (settings is null)
            {
                settings = new GuildSettings { GuildId = guildId };
                context.GuildSettings.Add(settings);
            }

            change(settings);
            (settings.GuildId, settings.Version) = (guildId, Guid.NewGuid());
            return settings;
        },
        cancellationToken);

    /// <summary>A server's word list for a language.</summary>
    /// <param name="guildId">The server.</param>
    /// <param name="language">ISO 639-1.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<IReadOnlyList<string>> WordsAsync(ulong guildId, string language, CancellationToken cancellationToken) => store.ReadAsync<IReadOnlyList<string>>(
        async (context, stop) => await context.GuildWords.Where(word => word.GuildId == guildId && word.Language == language)
            .OrderBy(word => word.Word).Select(word => word.Word).ToListAsync(stop).ConfigureAwait(false),
        cancellationToken);

    /// <summary>A server's word lists, by language.</summary>
    public Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> WordsAsync(ulong guildId, CancellationToken cancellationToken) =>
        store.ReadAsync<IReadOnlyDictionary<string, IReadOnlyList<string>>>(
            async (context, stop) =>
            {
                var all = await context.GuildWords.Where(word => word.GuildId == guildId).OrderBy(word => word.Word)
                    .ToListAsync(stop).ConfigureAwait(false);
                return all.GroupBy(word => word.Language)
                    .ToDictionary(words => words.Key, words => (IReadOnlyList<string>)[.. words.Select(word => word.Word)]);
            },
            cancellationToken);

    /// <summary>Adds words to a server's list.</summary>
    /// <param name="guildId">The server.</param>
    /// <param name="language">ISO 639-1.</param>
    /// <param name="words">The words; kept in lower case.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many weren't there.</returns>
    /// <exception cref="StoreUnavailableException">Nothing can be written now.</exception>
    public Task<int> AddWordsAsync(ulong guildId, string language, IEnumerable<string> words, CancellationToken cancellationToken) => store.WriteAsync(
        async (context, stop) =>
        {
            var known = await context.GuildWords.Where(word => word.GuildId == guildId && word.Language == language).Select(word => word.Word).ToListAsync(stop).ConfigureAwait(false);
            var added = Lower(words).Except(known).ToList();
            context.GuildWords.AddRange(added.Select(word => new GuildWord { GuildId = guildId, Language = language, Word = word }));
            return added.Count;
        },
        cancellationToken);

    /// <summary>Takes words off a server's list.</summary>
    /// <param name="guildId">The server.</param>
    /// <param name="language">ISO 639-1.</param>
    /// <param name="words">The words.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many were there.</returns>
    /// <exception cref="StoreUnavailableException">Nothing can be written now.</exception>
    public Task<int> RemoveWordsAsync(ulong guildId, string language, IEnumerable<string> words, CancellationToken cancellationToken)
    {
        var lower = Lower(words).ToList();
        return store.WriteAsync(
            (context, stop) => context.GuildWords.Where(word => word.GuildId == guildId && word.Language == language && lower.Contains(word.Word)).ExecuteDeleteAsync(stop),
            cancellationToken);
    }

    private static IEnumerable<string> Lower(IEnumerable<string> words) =>
        words.Select(word => word.Trim().ToLowerInvariant()).Where(word => word.Length > 0).Distinct();
}
