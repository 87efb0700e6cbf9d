namespace UnifiedPlatform.Sdk.Data;

/// <summary>A row that belongs somewhere. The SDK's model convention adds the generated ancestor columns <c>region9</c> and <c>region6</c> and refuses a scoped type without a policy.</summary>
public interface IScoped
{
    /// <summary>Primary key; task grants name rows by it.</summary>
    Guid Id { get; }

    /// <summary>Where the row belongs.</summary>
    Scope Scope { get; }
}

/// <summary>Columns a data scope compares with (contracts.md §7). Mapped as an owned type to <c>region grid dept owner</c>.</summary>
public sealed class Scope
{
    /// <summary>Region code of 12 digits (shorter levels are prefixes); null: visible by department, owner or task only.</summary>
    public string? Region { get; set; }

    /// <summary>Grid code of 16 digits; null: unknown.</summary>
    public string? Grid { get; set; }

    /// <summary>Department, four-digit organisation code; null: none.</summary>
    public string? Dept { get; set; }

    /// <summary>Owning account; null: none.</summary>
    public Guid? Owner { get; set; }
}
