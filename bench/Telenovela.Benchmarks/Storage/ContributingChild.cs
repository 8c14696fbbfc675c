using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Storage.Health;

namespace Telenovela.Benchmarks.Storage;

/// <summary>Contributes from four tasks until it is killed, and prints each line's interaction and id once the store has acknowledged it.</summary>
internal static class ContributingChild
{
    private const int Tasks = 4;

    public static async Task<int> RunAsync(string folder, ulong from)
    {
        await using var store = await BenchStore.OpenAsync(folder);
        var health = store.GetRequiredService<StoreHealth>();
        if (!health.IsReady)
        {
            await Console.Error.WriteLineAsync(health.Current.Message);
            return 1;
        }

        for (var user = 1UL; user <= Tasks; user++)
        {
            await store.GetRequiredService<ConsentRegister>().GiveAsync(user, 1, CancellationToken.None);
        }

        var contributions = store.GetRequiredService<ContributionStore>();
        await Task.WhenAll(Enumerable.Range(0, Tasks).Select(task => Task.Run(async () =>
        {
            // Begins with interactions that were under way when the last child died, as Discord delivers them again.
            for (var interaction = from + (ulong)task; ; interaction += Tasks)
            {
                var result = await contributions.SubmitAsync(BenchStore.Line(interaction, (ulong)task + 1), CancellationToken.None);
                var line = string.Create(CultureInfo.InvariantCulture, $"ack {interaction} {result.Ids[0]} .\n");
                lock (contributions)
                {
                    Console.Out.Write(line);
                    Console.Out.Flush();
                }
            }
        })));
        return 0;
    }
}
