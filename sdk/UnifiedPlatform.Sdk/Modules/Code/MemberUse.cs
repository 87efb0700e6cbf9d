namespace UnifiedPlatform.Sdk.Modules.Code;

/// <summary>A member some method refers to.</summary>
/// <param name="Type">Full name of the declaring type, nested ones after <c>+</c>, generic ones with their arity.</param>
/// <param name="Member">Name; empty: the type itself is referred to.</param>
/// <param name="Parameters">Full names of the parameter types; null: not a method.</param>
/// <param name="Place">Where: <c>Type.Method</c>.</param>
internal sealed record MemberUse(string Type, string Member, IReadOnlyList<string>? Parameters, string Place)
{
    public override string ToString() => Member.Length == 0 ? Type : $"{Type}.{Member}";
}
