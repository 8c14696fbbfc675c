using System.Globalization;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Telenovela.Bot.Charts;

/// <summary>Draws how losses went down, or didn't.</summary>
public static class LossChart
{
    /// <summary>Draws it. Numbers are written as the current culture writes them.</summary>
    /// <param name="curves">A model each; at least one with a point.</param>
    /// <param name="steps">What the steps are called, from 0.</param>
    /// <param name="axis">What the upright axis is called.</param>
    /// <returns>A PNG.</returns>
    public static byte[] Draw(IReadOnlyList<LossCurve> curves, IReadOnlyList<string> steps, string axis)
    {
        using var plot = new Plot();
        for (var at = 0; at < curves.Count; at++)
        {
            var points = curves[at].Points;
            ChartLook.AddCurve(plot, at, curves[at].Model, [.. points.Select(point => (double)point.Step)], [.. points.Select(point => point.Nats)]);
        }

        plot.Axes.Bottom.TickGenerator = ChartLook.Ticks([.. Enumerable.Range(0, steps.Count).Select(step => (double)step)], steps);
        plot.Axes.Left.Label.Text = axis;
        plot.Axes.Left.Label.Bold = false;
        plot.Axes.Left.TickGenerator = new NumericAutomatic { LabelFormatter = nats => nats.ToString("0.00##", CultureInfo.CurrentCulture) };

        // Beside the curves: above them there is no corner that they never come to.
        plot.ShowLegend(Edge.Right);
        return ChartLook.Draw(plot);
    }
}
