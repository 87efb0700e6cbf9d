using System.Text.Json;
using System.Text.Json.Serialization;

namespace UnifiedPlatform.OneWindow.Domain.Expressions;

/// <summary>Reads and writes conditions; anything that is not one is refused with its place.</summary>
internal sealed class ExprConverter : JsonConverter<Expr>
{
    private const int MaxDepth = 8;

    public override Expr Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var json = JsonDocument.ParseValue(ref reader);
        return Read(json.RootElement, 0);
    }

    public override void Write(Utf8JsonWriter writer, Expr value, JsonSerializerOptions options) => Write(writer, value);

    private static Expr Read(JsonElement json, int depth)
    {
        if (depth >= MaxDepth) throw new JsonException();
        if (json.ValueKind is JsonValueKind.True or JsonValueKind.False) return new Expr.Constant(json.GetBoolean());
        if (json.ValueKind != JsonValueKind.Object || json.EnumerateObject().Count() != 1) throw new JsonException();
        var only = json.EnumerateObject().First();
        return only.Name switch
        {
            "all" => new Expr.All(Many(only.Value, depth)),
            "any" => new Expr.Any(Many(only.Value, depth)),
            "not" => new Expr.Not(Read(only.Value, depth + 1)),
            "in" => Membership(only.Value, depth),
            "has" => new Expr.Has(Named(only.Value)),
            "count" => Counted(only.Value, depth),
            _ => Comparing(only.Name, only.Value, depth),
        };
    }

    private static Expr Comparing(string name, JsonElement json, int depth)
    {
        Comparison? how = name switch
        {
            "eq" => Comparison.Eq,
            "ne" => Comparison.Ne,
            "lt" => Comparison.Lt,
            "le" => Comparison.Le,
            "gt" => Comparison.Gt,
            "ge" => Comparison.Ge,
            _ => null,
        };
        var (left, right) = Two(json);
        return new Expr.Compare(how ?? throw new JsonException(), Side(left, depth), Side(right, depth));
    }

    private static Expr Membership(JsonElement json, int depth)
    {
        var (left, options) = Two(json);
        if (options.ValueKind != JsonValueKind.Array) throw new JsonException();
        return new Expr.In(Side(left, depth), [.. options.EnumerateArray().Select(option => Side(option, depth))]);
    }

    private static Expr.Count Counted(JsonElement json, int depth)
    {
        var (of, where) = Two(json);
        return new Expr.Count(Named(of), Read(where, depth + 1));
    }

    private static Operand Side(JsonElement json, int depth) => json.ValueKind switch
    {
        JsonValueKind.String when json.GetString() is ['$', ..] => new Operand.Input(Named(json)),
        JsonValueKind.Object when json.TryGetProperty("count", out var count) && json.EnumerateObject().Count() == 1 => new Operand.Counted(Counted(count, depth)),
        JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => new Operand.Literal(Value.Of(json)!), // these kinds always have a value
        _ => throw new JsonException(),
    };

    private static Reference Named(JsonElement json) =>
        json.ValueKind == JsonValueKind.String && Reference.Parse(json.GetString() ?? "") is { } reference ? reference : throw new JsonException();

    private static List<Expr> Many(JsonElement json, int depth) =>
        json.ValueKind == JsonValueKind.Array && json.GetArrayLength() > 0 ? [.. json.EnumerateArray().Select(item => Read(item, depth + 1))] : throw new JsonException();

    private static (JsonElement, JsonElement) Two(JsonElement json) =>
        json.ValueKind == JsonValueKind.Array && json.GetArrayLength() == 2 ? (json[0], json[1]) : throw new JsonException();

    private static void Write(Utf8JsonWriter writer, Expr value)
    {
        if (value is Expr.Constant constant)
        {
            writer.WriteBooleanValue(constant.Holds);
            return;
        }
        writer.WriteStartObject();
        switch (value)
        {
            case Expr.All all: WriteMany(writer, "all", all.Of); break;
            case Expr.Any any: WriteMany(writer, "any", any.Of); break;
            case Expr.Not not: writer.WritePropertyName("not"); Write(writer, not.Of); break;
            case Expr.Has has: writer.WriteString("has", has.Of.ToString()); break;
            case Expr.Count count: WriteCount(writer, count); break;
            case Expr.Compare compare:
                writer.WriteStartArray(compare.How.ToString().ToLowerInvariant());
                WriteSide(writer, compare.Left);
                WriteSide(writer, compare.Right);
                writer.WriteEndArray();
                break;
            case Expr.In membership:
                writer.WriteStartArray("in");
                WriteSide(writer, membership.Left);
                writer.WriteStartArray();
                foreach (var option in membership.Options) WriteSide(writer, option);
                writer.WriteEndArray();
                writer.WriteEndArray();
                break;
        }
        writer.WriteEndObject();
    }

    private static void WriteMany(Utf8JsonWriter writer, string name, IReadOnlyList<Expr> of)
    {
        writer.WriteStartArray(name);
        foreach (var item in of) Write(writer, item);
        writer.WriteEndArray();
    }

    private static void WriteCount(Utf8JsonWriter writer, Expr.Count count)
    {
        writer.WriteStartArray("count");
        writer.WriteStringValue(count.Of.ToString());
        Write(writer, count.Where);
        writer.WriteEndArray();
    }

    private static void WriteSide(Utf8JsonWriter writer, Operand side)
    {
        switch (side)
        {
            case Operand.Input input: writer.WriteStringValue(input.Of.ToString()); break;
            case Operand.Literal { Value: Value.Text text }: writer.WriteStringValue(text.Content); break;
            case Operand.Literal { Value: Value.Number number }: writer.WriteNumberValue(number.Amount); break;
            case Operand.Literal { Value: Value.Flag flag }: writer.WriteBooleanValue(flag.Holds); break;
            case Operand.Counted counted:
                writer.WriteStartObject();
                WriteCount(writer, counted.Of);
                writer.WriteEndObject();
                break;
        }
    }
}
