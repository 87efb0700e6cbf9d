namespace UnifiedPlatform.OneWindow.Domain.Items;

/// <summary>A legal basis. U = nobody has verified it yet; the office confirms it with its own citation before it publishes.</summary>
public sealed record Law(string Name, LawMark Mark, string? Article = null, string? Url = null, bool Configurable = false);

public enum LawMark
{
    V,
    S,
    U,
}
