using System.Globalization;
using System.Text.Json;

namespace UnifiedPlatform.OneWindow.Domain.Expressions;

/// <summary>A value of an expression. A null reference stands for unknown.</summary>
public abstract record Value
{
    public sealed record Text(string Content) : Value;

    public sealed record Number(decimal Amount) : Value;

    public sealed record Flag(bool Holds) : Value;

    public sealed record Many(IReadOnlyList<Value> Items) : Value;

    /// <summary>Any other JSON; only its members can be asked for.</summary>
    public sealed record Tree(JsonElement Json) : Value;

    public static Value Of(DateOnly day) => new Text(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public static Value? Of(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => new Text(json.GetString() ?? ""),
        JsonValueKind.Number when json.TryGetDecimal(out var amount) => new Number(amount),
        JsonValueKind.True => new Flag(true),
        JsonValueKind.False => new Flag(false),
        JsonValueKind.Array => new Many([.. json.EnumerateArray().Select(item => Of(item) ?? new Tree(item))]),
        JsonValueKind.Object => new Tree(json),
        _ => null,
    };
}
