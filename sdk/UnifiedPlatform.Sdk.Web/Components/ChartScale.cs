using System.Globalization;

namespace UnifiedPlatform.Sdk.Web.Components;

/// <summary>Axis of a chart: from 0 to the next round number above the largest value.</summary>
internal static class ChartScale
{
    public const double Width = 600;
    public const double Height = 120;

    private static readonly double[] Steps = [1, 2, 4, 5, 6, 8, 10];

    public static double Top(double largest)
    {
        if (largest <= 0) return 1;
        var power = Math.Pow(10, Math.Floor(Math.Log10(largest)));
        return Steps.First(step => step * power >= largest) * power;
    }

    public static string X(int index, int count) => Text(count < 2 ? 0 : Width * index / (count - 1));

    public static string Y(double value, double top) => Text(Height - Height * Math.Clamp(value / top, 0, 1));

    public static string Text(double number) => Math.Round(number, 1).ToString(CultureInfo.InvariantCulture);

    public static string Label(double number) => number.ToString("#,##0.##", CultureInfo.InvariantCulture);
}
