using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Telenovela.Bot.Storage;
using Telenovela.Bot.Storage.Maintenance;
using Telenovela.Bot.Storage.Rows;

namespace Telenovela.Bot.Contributions;

/// <summary>Who agreed to what.</summary>
/// <param name="store">The database.</param>
/// <param name="signal">Raised where exports must let go of something.</param>
/// <param name="clock">Dates it.</param>
public sealed class ConsentRegister(Store store, ErasureSignal signal, TimeProvider clock)
{
    private const int SaltBytes = 16;

    /// <summary>What a person agreed to.</summary>
    /// <param name="userId">The person.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<ConsentStatus> OfAsync(ulong userId, CancellationToken cancellationToken) => store.ReadAsync(
        async (context, stop) => await context.Contributors.Where(person => person.UserId == userId)
            .Select(person => new ConsentStatus(person.ConsentVersion, person.ConsentedAt, person.WithdrawnAt, person.CreditName))
            .SingleOrDefaultAsync(stop).ConfigureAwait(false) ?? ConsentStatus.None,
        cancellationToken);

    /// <summary>Notes that a person agrees, for the first time or again.</summary>
    /// <param name="userId">The person.</param>
    /// <param name="version">The version of the terms.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<ConsentStatus> GiveAsync(ulong userId, int version, CancellationToken cancellationToken) => store.WriteAsync(
        async (context, stop) =>
        {
            var person = await context.Contributors.SingleOrDefaultAsync(row => row.UserId == userId, stop).ConfigureAwait(false);
            if (person is null)
            {
                person = new Contributor { Key = Guid.NewGuid(), UserId = userId, Salt = RandomNumberGenerator.GetBytes(SaltBytes) };
                context.Contributors.Add(person);
            }

            (person.ConsentVersion, person.ConsentedAt, person.WithdrawnAt) = (version, clock.GetUtcNow(), null);
            return new ConsentStatus(person.ConsentVersion, person.ConsentedAt, null, person.CreditName);
        },
        cancellationToken);

    /// <summary>Withdraws: nothing new is taken, and what was given is neither reviewed, trained on nor exported any more. It isn't deleted.</summary>
    /// <param name="userId">The person.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether there was a consent to withdraw.</returns>
    public async Task<bool> WithdrawAsync(ulong userId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return await ChangeAsync(
            userId,
            people => people.Where(person => person.WithdrawnAt == null).ExecuteUpdateAsync(set => set.SetProperty(person => person.WithdrawnAt, now), cancellationToken),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sets the name under which the person is credited in exports.</summary>
    /// <param name="userId">The person.</param>
    /// <param name="name">The name; null for the pseudonym.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether the person is known.</returns>
    public Task<bool> SetCreditNameAsync(ulong userId, string? name, CancellationToken cancellationToken) => ChangeAsync(
        userId,
        people => people.ExecuteUpdateAsync(set => set.SetProperty(person => person.CreditName, name), cancellationToken),
        cancellationToken);

    private async Task<bool> ChangeAsync(ulong userId, Func<IQueryable<Contributor>, Task<int>> change, CancellationToken cancellationToken)
    {
        var changed = await store.EraseAsync(
            async (context, stop) =>
            {
                var rows = await change(context.Contributors.Where(person => person.UserId == userId)).ConfigureAwait(false);
                await Erasing.MarkExportsAsync(context, stop).ConfigureAwait(false);
                return rows;
            },
            cancellationToken).ConfigureAwait(false);
        signal.Raise();
        return changed > 0;
    }
}
