using System.Diagnostics.CodeAnalysis;

namespace UnifiedPlatform.Browser.Tests;

/// <summary>What a page tells about itself.</summary>
[SuppressMessage("Performance", "CA1812", Justification = "Made by the browser driver from JSON.")]
internal sealed class PageFacts
{
    public string Title { get; set; } = "";

    public int Headings { get; set; }

    public string[] DoubleIds { get; set; } = [];

    public string Text { get; set; } = "";

    public int Wider { get; set; }
}
