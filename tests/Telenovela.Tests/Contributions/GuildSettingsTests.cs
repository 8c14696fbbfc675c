using Telenovela.Bot.Contributions;
using Telenovela.Bot.Storage.Rows;
using Telenovela.Tests.Storage;

namespace Telenovela.Tests.Contributions;

public sealed class GuildSettingsTests
{
    [Fact]
    public async Task Keeps_What_Was_Chosen_When_Others_Choose_At_The_Same_Time()
    {
        await using var store = await StoreUnderTest.OpenAsync();
        var settings = store.Get<GuildSettingsStore>();
        Assert.Equal(ContributePolicy.Everyone, (await settings.OfAsync(StoreUnderTest.Guild, StoreUnderTest.Stop)).Policy);

        await Task.WhenAll(
            settings.ChangeAsync(StoreUnderTest.Guild, row => row.ReviewerRoles.Add(1UL << 62), StoreUnderTest.Stop),
            settings.ChangeAsync(StoreUnderTest.Guild, row => (row.Policy, row.ContributorRoles) = (ContributePolicy.Roles, [5, 6]), StoreUnderTest.Stop),
            settings.ChangeAsync(StoreUnderTest.Guild, row => row.Languages = ["en", "es"], StoreUnderTest.Stop),
            settings.ChangeAsync(StoreUnderTest.Guild, row => row.ReviewChannelId = 99, StoreUnderTest.Stop));

        var kept = await settings.OfAsync(StoreUnderTest.Guild, StoreUnderTest.Stop);
        Assert.Equal((99UL, ContributePolicy.Roles), (kept.ReviewChannelId, kept.Policy));
        Assert.Equal([1UL << 62], kept.ReviewerRoles);
        Assert.Equal([5UL, 6], kept.ContributorRoles);
        Assert.Equal(["en", "es"], kept.Languages);
        Assert.Empty((await settings.OfAsync(1, StoreUnderTest.Stop)).Languages);
    }

    [Fact]
    public async Task Keeps_Each_Word_Once_When_Words_Are_Added()
    {
        await using var store = await StoreUnderTest.OpenAsync();
        var settings = store.Get<GuildSettingsStore>();

        Assert.Equal(2, await settings.AddWordsAsync(StoreUnderTest.Guild, "en", ["Heck", " darn ", "HECK", " "], StoreUnderTest.Stop));
        Assert.Equal(1, await settings.AddWordsAsync(StoreUnderTest.Guild, "en", ["darn", "drat"], StoreUnderTest.Stop));
        Assert.Equal(1, await settings.RemoveWordsAsync(StoreUnderTest.Guild, "en", ["Darn", "bother"], StoreUnderTest.Stop));

        Assert.Equal(["drat", "heck"], await settings.WordsAsync(StoreUnderTest.Guild, "en", StoreUnderTest.Stop));
        Assert.Empty(await settings.WordsAsync(StoreUnderTest.Guild, "es", StoreUnderTest.Stop));
    }
}
