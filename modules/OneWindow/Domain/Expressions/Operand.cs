namespace UnifiedPlatform.OneWindow.Domain.Expressions;

/// <summary>One side of a comparison.</summary>
public abstract record Operand
{
    public sealed record Literal(Value Value) : Operand;

    public sealed record Input(Reference Of) : Operand;

    public sealed record Counted(Expr.Count Of) : Operand;
}
