namespace UnifiedPlatform.Sdk.Web.Components;

/// <summary>A series of a chart.</summary>
/// <param name="Name">Name.</param>
/// <param name="Values">One value a point; null: no measurement.</param>
public sealed record ChartSeries(string Name, IReadOnlyList<double?> Values);
