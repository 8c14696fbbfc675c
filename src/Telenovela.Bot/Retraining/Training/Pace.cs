namespace Telenovela.Bot.Retraining.Training;

/// <summary>
/// Takes no more than a share of a processor: rests between two pieces of work, as long as the last one took in proportion. A lowest priority alone
/// doesn't do: a processor that is never idle is found too late by a thread that waits for another one (up to a tick, of 4 ms in most kernels).
/// </summary>
/// <param name="share">The share, above 0 to 1.</param>
/// <param name="clock">Measures time.</param>
public sealed class Pace(double share, TimeProvider clock)
{
    /// <summary>A machine that slept hasn't worked.</summary>
    private static readonly TimeSpan MostRest = TimeSpan.FromMinutes(1);

    private long _since = clock.GetTimestamp();

    /// <summary>Rests for the work since the last rest.</summary>
    /// <param name="cancellationToken">Ends the rest.</param>
    public void Rest(CancellationToken cancellationToken)
    {
        var rest = Of(clock.GetElapsedTime(_since), share);
        if (rest > TimeSpan.Zero)
        {
            cancellationToken.WaitHandle.WaitOne(rest);
        }

        _since = clock.GetTimestamp();
    }

    /// <summary>How long to rest: a minute at most.</summary>
    /// <param name="work">How long the work took.</param>
    /// <param name="share">The share.</param>
    public static TimeSpan Of(TimeSpan work, double share)
    {
        var rest = work * ((1 - share) / share);
        return rest < MostRest ? rest : MostRest;
    }
}
