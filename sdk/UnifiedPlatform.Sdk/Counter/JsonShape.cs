using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace UnifiedPlatform.Sdk.Counter;

/// <summary>The part of JSON Schema 2020-12 that forms, answers and topics use: <c>type enum const required properties additionalProperties items minItems maxItems minimum maximum minLength maxLength pattern format</c> (date, uuid).</summary>
/// <remarks>Any other keyword that constrains is refused when the schema is read, so that nothing is believed to be checked that is not.</remarks>
public sealed class JsonShape
{
    private static readonly string[] Known =
    [
        "$schema", "$id", "$comment", "title", "description", "default", "examples", "type", "enum", "const", "required", "properties", "additionalProperties",
        "items", "minItems", "maxItems", "minimum", "maximum", "minLength", "maxLength", "pattern", "format", "x-title", "x-options",
    ];

    private static readonly TimeSpan PatternTime = TimeSpan.FromMilliseconds(200);

    private readonly Dictionary<string, JsonShape> _properties = new(StringComparer.Ordinal);
    private readonly HashSet<string> _required = new(StringComparer.Ordinal);
    private readonly List<JsonElement>? _enum;
    private readonly List<string> _types = [];
    private readonly JsonShape? _items;
    private readonly JsonShape? _additional;
    private readonly bool _closed;
    private readonly Regex? _pattern;
    private readonly decimal? _minimum, _maximum;
    private readonly int? _minLength, _maxLength, _minItems, _maxItems;
    private readonly string? _format;

    private JsonShape(JsonElement schema)
    {
        Schema = schema;
        if (schema.ValueKind == JsonValueKind.True) return;
        if (schema.ValueKind != JsonValueKind.Object) throw new FormatException("A schema is an object.");
        foreach (var member in schema.EnumerateObject())
            if (!Known.Contains(member.Name, StringComparer.Ordinal)) throw new FormatException($"The schema keyword '{member.Name}' is not supported.");

        if (schema.TryGetProperty("type", out var type)) _types.AddRange(type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(Text) : [Text(type)]);
        if (schema.TryGetProperty("enum", out var options)) _enum = [.. options.EnumerateArray()];
        if (schema.TryGetProperty("const", out var only)) _enum = [only];
        if (schema.TryGetProperty("required", out var required)) _required.UnionWith(required.EnumerateArray().Select(Text));
        if (schema.TryGetProperty("properties", out var properties))
            foreach (var property in properties.EnumerateObject()) _properties[property.Name] = new JsonShape(property.Value);
        if (schema.TryGetProperty("items", out var items)) _items = new JsonShape(items);
        if (schema.TryGetProperty("additionalProperties", out var additional))
        {
            _closed = additional.ValueKind == JsonValueKind.False;
            if (additional.ValueKind == JsonValueKind.Object) _additional = new JsonShape(additional);
        }
        if (schema.TryGetProperty("pattern", out var pattern)) _pattern = new Regex(Text(pattern), RegexOptions.CultureInvariant, PatternTime);
        if (schema.TryGetProperty("format", out var format)) _format = Text(format);
        _minimum = Number(schema, "minimum");
        _maximum = Number(schema, "maximum");
        _minLength = (int?)Number(schema, "minLength");
        _maxLength = (int?)Number(schema, "maxLength");
        _minItems = (int?)Number(schema, "minItems");
        _maxItems = (int?)Number(schema, "maxItems");
    }

    /// <summary>The schema as it was read.</summary>
    public JsonElement Schema { get; }

    /// <summary>Properties of an object schema, in the order of the document.</summary>
    public IReadOnlyDictionary<string, JsonShape> Properties => _properties;

    /// <summary>Names of the required properties.</summary>
    public IReadOnlyCollection<string> Required => _required;

    /// <summary>Type of the schema; null: any or several.</summary>
    public string? Type => _types.Count == 1 ? _types[0] : null;

    /// <summary>Shape of the elements of a list; null: any.</summary>
    public JsonShape? Items => _items;

    /// <summary>The closed list of texts; null: open.</summary>
    public IReadOnlyList<string>? Choices =>
        _enum is not null && _enum.TrueForAll(option => option.ValueKind == JsonValueKind.String) ? [.. _enum.Select(Text)] : null;

    /// <summary>Format annotation, e.g. <c>date</c>; null: none.</summary>
    public string? Format => _format;

    /// <summary>Longest text allowed; null: unlimited.</summary>
    public int? MaxLength => _maxLength;

    /// <summary>Reads a schema.</summary>
    /// <exception cref="FormatException">It is no schema, or uses a keyword that is not supported.</exception>
    public static JsonShape Parse(JsonElement schema)
    {
        try
        {
            return new JsonShape(schema.Clone());
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or ArgumentException)
        {
            throw new FormatException("The schema is malformed.", wrong);
        }
    }

    /// <summary>Checks a value; every problem with the JSON Pointer of the member. Empty: it fits.</summary>
    public IReadOnlyList<ShapeProblem> Check(JsonElement value)
    {
        var problems = new List<ShapeProblem>();
        Check(value, "", problems);
        return problems;
    }

    private void Check(JsonElement value, string at, List<ShapeProblem> problems)
    {
        if (_types.Count > 0 && !_types.Exists(type => Is(type, value)))
        {
            problems.Add(new ShapeProblem(at, "type"));
            return;
        }
        if (_enum is not null && !_enum.Exists(option => JsonElement.DeepEquals(option, value))) problems.Add(new ShapeProblem(at, "enum"));
        switch (value.ValueKind)
        {
            case JsonValueKind.Object: CheckObject(value, at, problems); break;
            case JsonValueKind.Array: CheckArray(value, at, problems); break;
            case JsonValueKind.String: CheckText(Text(value), at, problems); break;
            case JsonValueKind.Number:
                var number = value.TryGetDecimal(out var exact) ? exact : (decimal)value.GetDouble();
                if (number < _minimum) problems.Add(new ShapeProblem(at, "minimum"));
                if (number > _maximum) problems.Add(new ShapeProblem(at, "maximum"));
                break;
        }
    }

    private void CheckObject(JsonElement value, string at, List<ShapeProblem> problems)
    {
        foreach (var name in _required)
            if (!value.TryGetProperty(name, out var member) || member.ValueKind == JsonValueKind.Null) problems.Add(new ShapeProblem(Below(at, name), "required"));
        foreach (var member in value.EnumerateObject())
        {
            if (_properties.TryGetValue(member.Name, out var shape))
            {
                if (member.Value.ValueKind != JsonValueKind.Null || !_required.Contains(member.Name)) shape.Check(member.Value, Below(at, member.Name), problems);
            }
            else if (_closed) problems.Add(new ShapeProblem(Below(at, member.Name), "additionalProperties"));
            else _additional?.Check(member.Value, Below(at, member.Name), problems);
        }
    }

    private void CheckArray(JsonElement value, string at, List<ShapeProblem> problems)
    {
        var length = value.GetArrayLength();
        if (length < _minItems) problems.Add(new ShapeProblem(at, "minItems"));
        if (length > _maxItems) problems.Add(new ShapeProblem(at, "maxItems"));
        if (_items is null) return;
        for (var i = 0; i < length; i++) _items.Check(value[i], Below(at, i.ToString(CultureInfo.InvariantCulture)), problems);
    }

    private void CheckText(string text, string at, List<ShapeProblem> problems)
    {
        var length = text.EnumerateRunes().Count();
        if (length < _minLength) problems.Add(new ShapeProblem(at, "minLength"));
        if (length > _maxLength) problems.Add(new ShapeProblem(at, "maxLength"));
        if (_pattern is not null && !Matches(_pattern, text)) problems.Add(new ShapeProblem(at, "pattern"));
        var formatted = _format switch
        {
            "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            "uuid" => Guid.TryParseExact(text, "D", out _),
            _ => true,
        };
        if (!formatted) problems.Add(new ShapeProblem(at, "format"));
    }

    private static bool Matches(Regex pattern, string text)
    {
        try
        {
            return pattern.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static bool Is(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && (!value.TryGetDecimal(out var number) || number == decimal.Truncate(number)),
        _ => false,
    };

    private static decimal? Number(JsonElement schema, string name) => schema.TryGetProperty(name, out var value) ? value.GetDecimal() : null;

    private static string Text(JsonElement value) => value.GetString() ?? "";

    private static string Below(string at, string name) => $"{at}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";
}
