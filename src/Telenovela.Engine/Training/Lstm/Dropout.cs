namespace Telenovela.Engine.Training.Lstm;

/// <summary>Inverted dropout (Srivastava et al. 2014): what stays is scaled up, so that nothing changes when nothing is dropped.</summary>
internal static class Dropout
{
    /// <summary>Factors: 0 for the share that is dropped, 1 / (1 − share) for the others.</summary>
    public static float[] Mask(int count, double share, Random random)
    {
        var mask = new float[count];
        var kept = (float)(1 / (1 - share));
        for (var at = 0; at < count; at++)
        {
            mask[at] = random.NextDouble() < share ? 0 : kept;
        }

        return mask;
    }
}
