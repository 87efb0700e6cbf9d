using System.Globalization;

namespace UnifiedPlatform.Host.Residents.Register;

/// <summary>Source and day of each field, packed into one text: <c>phone=import@20260902;address=grid@20260911</c>.</summary>
public sealed record FieldSources
{
    private readonly SortedDictionary<string, FieldSource> _fields;

    private FieldSources(SortedDictionary<string, FieldSource> fields) => _fields = fields;

    /// <summary>Nothing known.</summary>
    public static FieldSources None { get; } = new(new SortedDictionary<string, FieldSource>(StringComparer.Ordinal));

    /// <summary>Where a field came from; null: unknown.</summary>
    public FieldSource? this[string field] => _fields.GetValueOrDefault(field);

    /// <summary>The newest confirmation of any field; null: none.</summary>
    public FieldSource? Newest => _fields.Values.MaxBy(f => f.AsOf);

    /// <summary>The same sources with one field confirmed anew.</summary>
    public FieldSources With(string field, string source, DateOnly asOf) =>
        new(new SortedDictionary<string, FieldSource>(_fields, StringComparer.Ordinal) { [field] = new FieldSource(source, asOf) });

    /// <summary>Unpacks.</summary>
    public static FieldSources Parse(string packed)
    {
        var fields = new SortedDictionary<string, FieldSource>(StringComparer.Ordinal);
        foreach (var part in packed.Split(';', StringSplitOptions.RemoveEmptyEntries))
            if (part.Split('=', '@') is [var field, var source, var day] && DateOnly.TryParseExact(day, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asOf))
                fields[field] = new FieldSource(source, asOf);
        return new FieldSources(fields);
    }

    /// <inheritdoc/>
    public bool Equals(FieldSources? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => string.Join(';', _fields.Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Key}={f.Value.Source}@{f.Value.AsOf:yyyyMMdd}")));
}

/// <summary>Where a value came from.</summary>
/// <param name="Source">Source, e.g. <c>import</c>, <c>counter</c>, <c>grid</c>.</param>
/// <param name="AsOf">Day of the last confirmation.</param>
public sealed record FieldSource(string Source, DateOnly AsOf);
