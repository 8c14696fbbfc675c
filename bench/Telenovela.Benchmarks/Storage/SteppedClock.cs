namespace Telenovela.Benchmarks.Storage;

/// <summary>Runs ahead as it is told, so that lines spread over a year.</summary>
internal sealed class SteppedClock : TimeProvider
{
    private TimeSpan _ahead;

    public void Step(TimeSpan step) => _ahead += step;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _ahead;
}
