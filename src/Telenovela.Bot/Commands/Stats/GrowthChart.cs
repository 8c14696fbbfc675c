using System.Globalization;
using ScottPlot;
using ScottPlot.TickGenerators;
using Telenovela.Bot.Charts;
using Telenovela.Bot.Contributions;

namespace Telenovela.Bot.Commands.Stats;

/// <summary>Draws how a dataset has grown: lines given, and lines accepted, added up day by day.</summary>
public static class GrowthChart
{
    /// <summary>Width of the picture, pixels.</summary>
    public const int Width = ChartLook.Width;

    /// <summary>Height of the picture, pixels.</summary>
    public const int Height = ChartLook.Height;

    /// <summary>Draws it. Dates are written as the current culture writes them.</summary>
    /// <param name="days">By day, oldest first; at least one.</param>
    /// <param name="given">What the upper curve is called.</param>
    /// <param name="approved">What the lower curve is called.</param>
    /// <returns>A PNG.</returns>
    public static byte[] Draw(IReadOnlyList<DayFigures> days, string given, string approved)
    {
        using var plot = new Plot();
        DateTime[] dates = [days[0].Day.AddDays(-1).ToDateTime(TimeOnly.MinValue), .. days.Select(day => day.Day.ToDateTime(TimeOnly.MinValue))];
        double[] places = [.. dates.Select(date => date.ToOADate())];
        ChartLook.AddCurve(plot, 0, given, places, Sum(days, day => day.Given));
        ChartLook.AddCurve(plot, 1, approved, places, Sum(days, day => day.Approved));
        plot.Axes.Bottom.TickGenerator = Ticks(dates);
        plot.Axes.Left.TickGenerator = new NumericAutomatic { IntegerTicksOnly = true };
        plot.Axes.SetLimitsY(0, Math.Max(1, days.Sum(day => day.Given) * 1.08));
        plot.ShowLegend(Alignment.UpperLeft);
        return ChartLook.Draw(plot);
    }

    /// <summary>Whole days only, evenly apart.</summary>
    private static NumericManual Ticks(DateTime[] dates)
    {
        var all = Enumerable.Range(0, (dates[^1] - dates[0]).Days + 1).Select(day => dates[0].AddDays(day)).ToList();
        return ChartLook.Ticks([.. all.Select(day => day.ToOADate())], [.. all.Select(day => day.ToString("d", CultureInfo.CurrentCulture))]);
    }

    private static double[] Sum(IReadOnlyList<DayFigures> days, Func<DayFigures, int> figure)
    {
        var sums = new double[days.Count + 1];
        for (var at = 0; at < days.Count; at++)
        {
            sums[at + 1] = sums[at] + figure(days[at]);
        }

        return sums;
    }
}
