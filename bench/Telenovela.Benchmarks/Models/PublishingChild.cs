using System.Globalization;
using Telenovela.Story.Models.Generations;

namespace Telenovela.Benchmarks.Models;

/// <summary>Publishes, rolls back and prunes until it is killed, and says before and after each what it does.</summary>
internal static class PublishingChild
{
    public const string Model = "small";
    public const string Shipped = "shipped";
    public const int Sources = 3;
    public const int Parents = 2;

    public static int Run(string folder, int seed)
    {
        var random = new Random(seed);
        var store = Store(folder);
        Say($"start {store.Resolve().Id ?? Shipped}");
        for (; ; )
        {
            switch (random.Next(6))
            {
                case 0 when store.Named is not null:
                    Say("begin back");
                    Say($"ack back {store.RollBack().Id ?? Shipped}");
                    break;
                case 1 or 2:
                    Say("begin prune");
                    store.Prune(Parents, long.MaxValue);
                    Say($"ack prune {store.Named ?? Shipped}");
                    break;
                default:
                    Say("begin publish");
                    Say($"ack publish {Publish(store, folder, random.Next(Sources)).Id}");
                    break;
            }
        }
    }

    public static GenerationStore Store(string folder) => new(Models(folder), Path.Combine(folder, Shipped), TimeProvider.System);

    public static string Models(string folder) => Path.Combine(folder, "models");

    public static string Source(string folder, int source) => Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"source-{source}"));

    public static Generation Publish(GenerationStore store, string folder, int source) => store.Publish(
        store.Resolve(),
        new Dictionary<string, string> { [Model] = Source(folder, source) },
        new Dictionary<string, ModelLineage> { [Model] = new([], 0, "none", null) },
        new Dictionary<string, string> { [Model] = SmallModels.Letters });

    /// <summary>The dot tells that the line is whole.</summary>
    private static void Say(string line)
    {
        Console.Out.Write(line + " .\n");
        Console.Out.Flush();
    }
}
