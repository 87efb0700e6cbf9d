namespace UnifiedPlatform.Sdk.Modules.Code;

/// <summary>A member some method refers to.</summary>
/// <param name="Type">Full name of the declaring type, nested ones after <c>+</c>, generic ones with their arity.</param>
/// <param name="Member">Name; empty: the type itself is referred to.</param>
/// <param name="Parameters">Full names of the parameter types; null: not a method.</param>
/// <param name="Place">Where: <c>Type.Method</c>.</param>
internal sealed record MemberUse(string Type, string Member, IReadOnlyList<string>? Parameters, string Place)
{
    /// <summary>Whether every type argument of a generic method is a type of the framework; null: the method is not generic.</summary>
    public bool? OfTheFramework { get; init; }

    /// <summary>How many instructions before the use a null was put on the stack; 1: the last argument is null.</summary>
    public int SinceNull { get; init; } = int.MaxValue;

    public override string ToString() => Member.Length == 0 ? Type : $"{Type}.{Member}";
}
