using System.ComponentModel.DataAnnotations.Schema;

namespace UnifiedPlatform.Sdk.Data;

/// <summary>A row that belongs somewhere. The SDK's model convention adds the generated ancestor columns <c>region9</c> and <c>region6</c> (<see cref="ScopeColumns"/>).</summary>
/// <remarks>Implement it as <c>public Guid Id { get; init; }</c> and <c>public Scope Scope { get; private set; } = new();</c>.</remarks>
public interface IScoped
{
    /// <summary>Primary key; task grants name rows by it.</summary>
    Guid Id { get; }

    /// <summary>Where the row belongs.</summary>
    Scope Scope { get; }
}

/// <summary>Columns a data scope compares with (contracts.md §7). Mapped as a complex type to <c>region grid dept owner</c>.</summary>
[ComplexType]
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
