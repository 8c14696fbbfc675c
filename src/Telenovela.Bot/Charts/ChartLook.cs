using ScottPlot;
using ScottPlot.TickGenerators;
using SkiaSharp;

namespace Telenovela.Bot.Charts;

/// <summary>What all drawn curves have in common.</summary>
internal static class ChartLook
{
    /// <summary>Width of a picture, pixels.</summary>
    public const int Width = 800;

    /// <summary>Height of a picture, pixels.</summary>
    public const int Height = 360;

    /// <summary>Most labels below a picture.</summary>
    public const int MostTicks = 8;

    /// <summary>Where the system's font matching finds none of its own accord (no fontconfig in a container), the first of these that is there.</summary>
    private static readonly string[] Families = ["DejaVu Sans", "Liberation Sans", "Noto Sans", "Segoe UI", "Helvetica", "Arial"];

    private static readonly string? Family = Families.FirstOrDefault(family => SKFontManager.Default.FontFamilies.Contains(family, StringComparer.Ordinal));

    private static readonly Color Background = Color.FromHex("#2B2D31");
    private static readonly Color Writing = Color.FromHex("#DBDEE1");
    private static readonly Color Lines = Color.FromHex("#4E5058");

    private static readonly Color[] Colors =
        [.. new[] { "#F06292", "#81C784", "#64B5F6", "#FFB74D", "#CE93D8", "#4DD0E1" }.Select(Color.FromHex)];

    /// <summary>Adds a curve.</summary>
    /// <param name="plot">Where to.</param>
    /// <param name="at">Its colour's number; colours begin again when they are used up.</param>
    /// <param name="name">What it is called in the legend.</param>
    /// <param name="xs">From left to right.</param>
    /// <param name="ys">As many.</param>
    public static void AddCurve(Plot plot, int at, string name, double[] xs, double[] ys)
    {
        var line = plot.Add.Scatter(xs, ys);
        line.LegendText = name;
        line.Color = Colors[at % Colors.Length];
        line.LineWidth = 3;
        line.MarkerSize = xs.Length > 60 ? 0 : 6;
    }

    /// <summary>Some of the labels, evenly apart, so that they don't overlap.</summary>
    /// <param name="places">Where the labels stand.</param>
    /// <param name="labels">As many.</param>
    public static NumericManual Ticks(IReadOnlyList<double> places, IReadOnlyList<string> labels)
    {
        var apart = Math.Max(1, (places.Count + MostTicks - 2) / MostTicks);
        var shown = Enumerable.Range(0, places.Count).Where(at => at % apart == 0).ToList();
        return new NumericManual([.. shown.Select(at => places[at])], [.. shown.Select(at => labels[at])]);
    }

    /// <summary>Draws what was added.</summary>
    /// <param name="plot">The curves, with their legend.</param>
    /// <returns>A PNG.</returns>
    public static byte[] Draw(Plot plot)
    {
        if (Family is not null)
        {
            plot.Font.Set(Family);
        }

        // As dark as the page of most people who look at it; on a light one it is a dark picture.
        plot.FigureBackground.Color = plot.DataBackground.Color = Background;
        plot.Axes.Color(Writing);
        plot.Grid.MajorLineColor = Lines;
        plot.Legend.BackgroundColor = Background;
        plot.Legend.FontColor = Writing;
        plot.Legend.OutlineColor = Lines;
        plot.Legend.ShadowColor = ScottPlot.Colors.Transparent;
        return plot.GetImageBytes(Width, Height, ImageFormat.Png);
    }
}
