namespace UnifiedPlatform.Benchmarks;

/// <summary>A statement and the values of its parameters <c>@0</c>, <c>@1</c>, ….</summary>
internal sealed record Statement(string Sql, object[] Values);
