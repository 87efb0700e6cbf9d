using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.OneWindow.Domain.Items;

/// <summary>A paper the item may need.</summary>
public sealed record Material(
    string Key, string Type, LocalizedText Title, Requirement Required, bool Core, int Original, int Copies,
    IReadOnlyList<string> Sources, LocalizedText Issuer, string Law, Tolerable? Tolerable = null, Limit? MaxAge = null);

/// <summary>How long a paper that is not core may come after acceptance.</summary>
public sealed record Tolerable(Limit Within);
