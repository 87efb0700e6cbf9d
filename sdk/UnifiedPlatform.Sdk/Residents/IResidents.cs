namespace UnifiedPlatform.Sdk.Residents;

/// <summary>The shared register as a module sees it: masked for the actor, by the resident policy. Implemented by the host, imported into each generation. Scoped.</summary>
public interface IResidents
{
    /// <summary>Masked one-line summaries for lists, in one round trip. Unknown or hidden residents come back with a placeholder, never missing.</summary>
    ValueTask<IReadOnlyDictionary<ResidentId, ResidentSummary>> SummariesAsync(IReadOnlyCollection<ResidentId> ids, CancellationToken cancellationToken);

    /// <summary>Fields of one resident for prefilling, as far as the actor and the module's capabilities allow; null: hidden or unknown.</summary>
    ValueTask<ResidentFields?> FieldsAsync(ResidentId id, string purpose, CancellationToken cancellationToken);

    /// <summary>All ids that are this person now (linked records), the id itself included.</summary>
    ValueTask<IReadOnlyCollection<ResidentId>> SameAsAsync(ResidentId id, CancellationToken cancellationToken);

    /// <summary>Finds a resident by identity number through the keyed blind index, for imports of a module's own register; null: not in the register.</summary>
    /// <exception cref="Modules.CapabilityDeniedException">The module does not have <see cref="Modules.Capabilities.FindResident"/>.</exception>
    ValueTask<ResidentId?> FindByNationalIdAsync(string nationalId, CancellationToken cancellationToken);
}

/// <summary>A resident in one line.</summary>
/// <param name="Id">Key.</param>
/// <param name="Name">Name; masked or replaced by a placeholder where the actor may not see it.</param>
/// <param name="Sex">GB/T 2261.1 code.</param>
/// <param name="AgeBand">Age band (e.g. <c>60-69</c>), renewed daily; null: unknown.</param>
/// <param name="MaskedNationalId">Masked id number; null: none or not allowed.</param>
/// <param name="MaskedPhone">Masked phone; null: none or not allowed.</param>
/// <param name="Address">Dwelling address; null: none or not allowed.</param>
/// <param name="Region">Region of the dwelling, 12 digits; null: unknown.</param>
/// <param name="Grid">Grid of the dwelling, 16 digits; null: unknown.</param>
/// <param name="Visible">Whether the actor may open the full page.</param>
public sealed record ResidentSummary(ResidentId Id, string Name, string Sex, string? AgeBand, string? MaskedNationalId, string? MaskedPhone, string? Address, string? Region, string? Grid, bool Visible);

/// <summary>Fields a form may be prefilled with. Sensitive ones are masked; their clear value is fetched by the host when the case is accepted.</summary>
/// <param name="Id">Key.</param>
/// <param name="Name">Name.</param>
/// <param name="Sex">GB/T 2261.1 code.</param>
/// <param name="AgeYears">Age in full years today; null: birth date unknown.</param>
/// <param name="Phone">Phone with source and age; null: none.</param>
/// <param name="Dwelling">Dwelling address with source and age; null: none.</param>
/// <param name="Region">Region of the dwelling; null: unknown.</param>
/// <param name="Grid">Grid of the dwelling; null: unknown.</param>
/// <param name="HukouRegion">Region of the registered household; null: unknown.</param>
/// <param name="DocumentKinds">GA/T 2000.156 kinds of papers on record, e.g. <c>111</c>.</param>
public sealed record ResidentFields(ResidentId Id, string Name, string Sex, int? AgeYears, SourcedValue? Phone, SourcedValue? Dwelling, string? Region, string? Grid, string? HukouRegion, IReadOnlyList<string> DocumentKinds);

/// <summary>A value of the register with where it came from.</summary>
/// <param name="Value">Value; masked when <paramref name="Masked"/>.</param>
/// <param name="Masked">Whether the value is masked.</param>
/// <param name="Source">Source in words of the register (e.g. <c>import</c>, <c>counter</c>, <c>grid</c>).</param>
/// <param name="AsOf">Day of the last confirmation.</param>
public sealed record SourcedValue(string Value, bool Masked, string Source, DateOnly AsOf);

/// <summary>Body of the topic <c>{module}.resident-fact-changed</c> version 1, key = <c>{residentId}/{kind}</c>.</summary>
/// <param name="ResidentId">Whom the fact is about.</param>
/// <param name="Kind">Declared kind (<see cref="Modules.ResidentFactAttribute"/>).</param>
/// <param name="Active">Whether the fact holds.</param>
/// <param name="Since">Since which day; null: unknown.</param>
/// <param name="Until">Until which day (inclusive); null: open.</param>
public sealed record ResidentFactChanged(ResidentId ResidentId, string Kind, bool Active, DateOnly? Since, DateOnly? Until);
