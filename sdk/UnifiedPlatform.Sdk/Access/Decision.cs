namespace UnifiedPlatform.Sdk.Access;

/// <summary>Outcome of a check.</summary>
public enum Decision
{
    /// <summary>Allowed.</summary>
    Allowed,

    /// <summary>The row is out of scope and must look as if it did not exist: 404.</summary>
    Hidden,

    /// <summary>The permission is missing for the type: 403.</summary>
    Forbidden,
}
