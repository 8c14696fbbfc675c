using System.Globalization;
using ScottPlot;
using ScottPlot.TickGenerators;
using SkiaSharp;
using Telenovela.Bot.Contributions;

namespace Telenovela.Bot.Commands.Stats;

/// <summary>Draws how a dataset has grown: lines given, and lines accepted, added up day by day.</summary>
public static class GrowthChart
{
    /// <summary>Width of the picture, pixels.</summary>
    public const int Width = 800;

    /// <summary>Height of the picture, pixels.</summary>
    public const int Height = 360;

    private const int MostTicks = 8;

    /// <summary>Where the system's font matching finds none of its own accord (no fontconfig in a container), the first of these that is there.</summary>
    private static readonly string[] Families = ["DejaVu Sans", "Liberation Sans", "Noto Sans", "Segoe UI", "Helvetica", "Arial"];

    private static readonly string? Family = Families.FirstOrDefault(family => SKFontManager.Default.FontFamilies.Contains(family, StringComparer.Ordinal));

    /// <summary>Draws it. Dates are written as the current culture writes them.</summary>
    /// <param name="days">By day, oldest first; at least one.</param>
    /// <param name="given">What the upper curve is called.</param>
    /// <param name="approved">What the lower curve is called.</param>
    /// <returns>A PNG.</returns>
    public static byte[] Draw(IReadOnlyList<DayFigures> days, string given, string approved)
    {
        using var plot = new Plot();
        DateTime[] dates = [days[0].Day.AddDays(-1).ToDateTime(TimeOnly.MinValue), .. days.Select(day => day.Day.ToDateTime(TimeOnly.MinValue))];
        Add(plot, dates, Sum(days, day => day.Given), given, Color.FromHex("#C2185B"));
        Add(plot, dates, Sum(days, day => day.Approved), approved, Color.FromHex("#2E7D32"));
        plot.Axes.Bottom.TickGenerator = Ticks(dates);
        plot.Axes.Left.TickGenerator = new NumericAutomatic { IntegerTicksOnly = true };
        plot.Axes.SetLimitsY(0, Math.Max(1, days.Sum(day => day.Given) * 1.08));
        plot.ShowLegend(Alignment.UpperLeft);
        if (Family is not null)
        {
            plot.Font.Set(Family);
        }

        plot.FigureBackground.Color = Colors.White;
        return plot.GetImageBytes(Width, Height, ImageFormat.Png);
    }

    private static void Add(Plot plot, DateTime[] dates, double[] sums, string name, Color color)
    {
        var line = plot.Add.Scatter(dates, sums);
        line.LegendText = name;
        line.Color = color;
        line.LineWidth = 3;
        line.MarkerSize = dates.Length > 60 ? 0 : 6;
    }

    /// <summary>Whole days only, evenly apart.</summary>
    private static NumericManual Ticks(DateTime[] dates)
    {
        var (first, days) = (dates[0], (dates[^1] - dates[0]).Days);
        var apart = Math.Max(1, (days + MostTicks - 1) / MostTicks);
        var at = Enumerable.Range(0, (days / apart) + 1).Select(step => first.AddDays(step * apart)).ToList();
        return new NumericManual([.. at.Select(day => day.ToOADate())], [.. at.Select(day => day.ToString("d", CultureInfo.CurrentCulture))]);
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
