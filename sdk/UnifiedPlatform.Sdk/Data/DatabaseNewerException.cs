namespace UnifiedPlatform.Sdk.Data;

/// <summary>The database holds migrations this version does not know: it was written by a newer one and is left alone.</summary>
public sealed class DatabaseNewerException(string owner, string migration)
    : Exception($"The database of '{owner}' was written by a newer version (migration {migration}). Start that version, or restore a backup made by this one.")
{
    /// <summary>Owner of the database.</summary>
    public string Owner { get; } = owner;
}
