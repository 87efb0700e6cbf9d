namespace UnifiedPlatform.Sdk.Access;

/// <summary>Kind of data scope (security.md §3.2).</summary>
public enum ScopeKind
{
    /// <summary>Everything.</summary>
    All,

    /// <summary>A region of any level; compared by equality on the ancestor column of that level.</summary>
    Region,

    /// <summary>A grid.</summary>
    Grid,

    /// <summary>A department (four-digit organisation code).</summary>
    Department,

    /// <summary>Rows the actor owns.</summary>
    Own,

    /// <summary>Rows opened by a live task grant of the module.</summary>
    Task,
}
