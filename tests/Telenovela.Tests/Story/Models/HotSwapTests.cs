using System.Collections.Concurrent;
using Telenovela.Story.Models;
using Telenovela.Tests.Story.Models.Generations;

namespace Telenovela.Tests.Story.Models;

[Collection(AloneCollection.Name)]
public sealed class HotSwapTests
{
    private const int Seeds = 20;
    private const int Writers = 4;

    private readonly ConcurrentDictionary<string, int> _variants = new() { ["shipped"] = 0 };

    /// <summary>A hundred exchanges while four write all the time: no request fails, no text is of two models, no memory is kept.</summary>
    [Fact]
    public async Task Answers_Every_Request_And_Keeps_No_Memory_When_Exchanged_A_Hundred_Times()
    {
        using var generations = new GenerationsUnderTest();
        var live = new LiveModels(generations.Again());
        var expected = Enumerable.Range(0, 3).Select(variant => Enumerable.Range(0, Seeds).Select(seed => generations.Expected(variant, seed)).ToList()).ToList();
        Assert.True(expected.SelectMany(texts => texts).Distinct().Count() > 2.5 * Seeds, "The variants write alike.");

        Assert.Single(live.Telenovelas);
        await SwapUnderLoadAsync(generations, live, expected, 20);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await SwapUnderLoadAsync(generations, live, expected, 100);
        var after = GC.GetTotalMemory(forceFullCollection: true);

        Assert.True(after < 1.05 * before, $"{before} bytes before, {after} after");
    }

    private async Task SwapUnderLoadAsync(GenerationsUnderTest generations, LiveModels live, List<List<string>> expected, int swaps)
    {
        var wrong = new ConcurrentQueue<string>();
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var counts = new int[Writers];
        var writers = Enumerable.Range(0, Writers).Select(writer => Task.Run(() =>
        {
            while (!enough.IsCancellationRequested)
            {
                var seed = counts[writer]++ % Seeds;
                var text = GenerationsUnderTest.Write(live, seed);
                var variant = _variants[text.Telenovela.Model.Split('@') is [_, var id] ? id : "shipped"];
                if (text.Text != expected[variant][seed])
                {
                    wrong.Enqueue($"{text.Telenovela.Model}: {text.Text}");
                }
            }
        })).ToList();

        // On a busy machine a writer may take its time to begin.
        while (counts.Contains(0))
        {
            await Task.Delay(5, enough.Token);
        }

        // Forward twice, back once; the variants take turns.
        for (var swap = 0; swap < swaps; swap++)
        {
            if (swap % 3 == 2)
            {
                generations.Store.RollBack();
            }
            else
            {
                var variant = 1 + (swap % 2);
                _variants[generations.Publish(variant).Id!] = variant;
            }

            Assert.True(live.Refresh());
            generations.Store.Prune(2, long.MaxValue);
        }

        await enough.CancelAsync();
        await Task.WhenAll(writers);
        Assert.Empty(wrong);
        Assert.All(counts, count => Assert.NotEqual(0, count));
    }
}
