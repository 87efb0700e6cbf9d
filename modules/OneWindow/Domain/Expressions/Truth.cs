namespace UnifiedPlatform.OneWindow.Domain.Expressions;

/// <summary>Three-valued truth: an unknown input never satisfies and never throws.</summary>
public enum Truth
{
    No,
    Unknown,
    Yes,
}
