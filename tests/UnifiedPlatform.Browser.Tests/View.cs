namespace UnifiedPlatform.Browser.Tests;

/// <summary>How a reader looks at a page.</summary>
public sealed record View(string Language = "zh-Hans", string Theme = "light", string Type = "normal", int Width = 1366, int Height = 768, bool Script = true)
{
    /// <summary>Every combination the design asks for: language, theme, type size, width.</summary>
    public static IEnumerable<View> All =>
        from language in (string[])["zh-Hans", "en"]
        from theme in (string[])["light", "dark"]
        from type in (string[])["normal", "large"]
        from width in (int[])[1366, 390]
        select new View(language, theme, type, width);

    /// <summary>A few that differ most, for pages whose parts are all looked at elsewhere.</summary>
    public static IEnumerable<View> Few => [new(), new("en", "dark", Width: 390), new(Type: "large", Width: 390), new("en", Type: "large")];

    /// <inheritdoc />
    public override string ToString() => $"{Language}-{Theme}-{Type}-{Width}{(Script ? "" : "-noscript")}";
}
