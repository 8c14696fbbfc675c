using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Storage;

namespace Telenovela.Benchmarks.Storage;

/// <summary>The store as the bot has it, in a folder.</summary>
internal static class BenchStore
{
    public const ulong Guild = 700;
    private const int Bands = 16;

    public static async Task<ServiceProvider> OpenAsync(string folder, TimeProvider? clock = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:Directory"] = folder,
        }).Build());
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        services.AddSingleton(clock ?? TimeProvider.System);
        services.AddStorageTools();
        var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<StoreOpening>().OpenAsync(CancellationToken.None);
        return provider;
    }

    /// <summary>A submission of one line, of the length that lines have, with sixteen bands.</summary>
    public static Submission Line(ulong interaction, ulong user)
    {
        var text = $"{interaction}: I swear by the sea that the child you raised is not the child I bore, and the notary knows it.";
        var hash = SHA512.HashData(Encoding.UTF8.GetBytes(text));
        var bands = Enumerable.Range(0, Bands).Select(band => BitConverter.ToInt64(hash, band % 8 * 8) ^ band).ToList();
        return new Submission(interaction, Guild, user, 1,
            [new NewLine($"telenovela_{interaction % 12}", $"Telenovela {interaction % 12}", "en", $"VOICE {interaction % 9}", text, null, new ContributionFingerprint(Convert.ToHexStringLower(hash[..32]), bands), [])]);
    }
}
