using System.Text.Json;

namespace UnifiedPlatform.OneWindow.Domain.Cases;

/// <summary>Fields and papers the applicant gave anew.</summary>
/// <param name="Form">The form's values, given ones and those that stay; null: no field was given.</param>
/// <param name="Materials">Papers given; null: none.</param>
public sealed record Correction(JsonElement? Form, IReadOnlyDictionary<string, MaterialStatus>? Materials)
{
    public string DossierHash { get; init; } = "";

    /// <summary>Fields that were given at all.</summary>
    public IReadOnlySet<string> Given { get; init; } = new HashSet<string>();

    /// <summary>Fields whose value is another than before.</summary>
    public IReadOnlySet<string> Changed { get; init; } = new HashSet<string>();

    /// <summary>Fields whose value stays in the register.</summary>
    public IReadOnlySet<string> Kept { get; init; } = new HashSet<string>();
}
