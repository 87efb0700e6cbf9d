namespace UnifiedPlatform.OneWindow.Domain.Expressions;

/// <summary>What may be named at one moment of a case, and its type.</summary>
public interface ITypes
{
    /// <summary>Type of the reference; null when nothing of that name exists at this moment.</summary>
    ExprType? TypeOf(Reference reference);

    /// <summary>The closed list of texts the reference can have; null: open.</summary>
    IReadOnlyCollection<string>? ChoicesOf(Reference reference);
}
