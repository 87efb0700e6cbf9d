namespace UnifiedPlatform.Sdk.Data;

/// <summary>Shadow properties the SDK adds to every <see cref="IScoped"/> entity, for <c>EF.Property</c> and for indexes (<c>HasIndex(ScopeColumns.Region9, …)</c>).</summary>
public static class ScopeColumns
{
    /// <summary>Town or street: first nine digits of the region.</summary>
    public const string Region9 = "Region9";

    /// <summary>County: first six digits of the region.</summary>
    public const string Region6 = "Region6";
}
