namespace UnifiedPlatform.OneWindow.Domain.Cases;

/// <summary>Why a command is refused. Texts are added where people read it.</summary>
/// <param name="Code">Code without the module's prefix.</param>
/// <param name="State">State of the case; null: there is none.</param>
/// <param name="Possible">What this actor may do instead.</param>
/// <param name="Pointers">Members concerned: pointers of fields, keys of materials, orgs to go to.</param>
public sealed record CaseRefusal(string Code, CaseStatus? State, IReadOnlyList<CaseAction> Possible, IReadOnlyList<string> Pointers);
