using Telenovela.Engine.Sampling;

namespace Telenovela.Tests.Engine.Sampling;

public sealed class Xoshiro256Tests
{
    [Fact]
    public void Is_Uniform_When_Drawn_Often()
    {
        var generator = new Xoshiro256(1);
        var counts = new int[10];
        for (var draw = 0; draw < 100_000; draw++)
        {
            counts[(int)(generator.NextDouble() * 10)]++;
        }

        Assert.All(counts, count => Assert.InRange(count, 9_500, 10_500));
    }

    [Fact]
    public void Differs_When_The_Seed_Differs() =>
        Assert.Equal(1000, Enumerable.Range(0, 1000).Select(seed => new Xoshiro256(seed).NextBits()).Distinct().Count());
}
