using System.Text.Json.Serialization;

namespace UnifiedPlatform.OneWindow.Domain.Expressions;

/// <summary>A small typed condition: total, three-valued, without side effects.</summary>
[JsonConverter(typeof(ExprConverter))]
public abstract record Expr
{
    public sealed record Constant(bool Holds) : Expr;

    public sealed record All(IReadOnlyList<Expr> Of) : Expr;

    public sealed record Any(IReadOnlyList<Expr> Of) : Expr;

    public sealed record Not(Expr Of) : Expr;

    public sealed record Compare(Comparison How, Operand Left, Operand Right) : Expr;

    public sealed record In(Operand Left, IReadOnlyList<Operand> Options) : Expr;

    public sealed record Has(Reference Of) : Expr;

    /// <summary>How many elements of a list meet the condition; stands where a number does. <c>$it/…</c> names the element.</summary>
    public sealed record Count(Reference Of, Expr Where) : Expr;
}
