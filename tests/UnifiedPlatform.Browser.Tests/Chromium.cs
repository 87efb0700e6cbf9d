namespace UnifiedPlatform.Browser.Tests;

/// <summary>The browser of this machine. Absent: the tests say so and are skipped.</summary>
internal static class Chromium
{
    public static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private static readonly string[] Candidates = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    public static string? Path { get; } = Environment.GetEnvironmentVariable("UNIFIED_CHROMIUM") is { Length: > 0 } told ? told : Array.Find(Candidates, File.Exists);

    public static void Needed() => Assert.SkipWhen(Path is null, "No Chromium here: install it (apt-get install chromium) or name it in UNIFIED_CHROMIUM.");
}
