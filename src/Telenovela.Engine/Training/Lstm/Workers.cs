namespace Telenovela.Engine.Training.Lstm;

/// <summary>Shares rows out among threads; with one, the caller's own does it all.</summary>
internal sealed class Workers(int count)
{
    public int Count { get; } = count;

    /// <summary>Calls <paramref name="work"/> with the bounds of each share.</summary>
    public void Run(int rows, Action<int, int> work)
    {
        if (Count == 1 || rows < 2 * Count)
        {
            work(0, rows);
            return;
        }

        Parallel.For(
            0, Count, new ParallelOptions { MaxDegreeOfParallelism = Count },
            worker => work((int)((long)rows * worker / Count), (int)((long)rows * (worker + 1) / Count)));
    }
}
