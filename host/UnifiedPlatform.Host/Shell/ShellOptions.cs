using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.Host.Shell;

/// <summary>What an installation says about itself in the frame.</summary>
/// <param name="Town">Name of the town or installation.</param>
internal sealed record ShellOptions(LocalizedText Town)
{
    private static readonly LocalizedText DemoTown = new("怀宁县高河镇", "Gaohe, Huaining");

    /// <summary>Reads <c>Shell:Town:Zh</c> and <c>Shell:Town:En</c>; the demo has its town.</summary>
    public static ShellOptions Read(IConfiguration settings, bool demo)
    {
        var (zh, en) = (settings["Shell:Town:Zh"], settings["Shell:Town:En"]);
        return new ShellOptions(zh is { Length: > 0 } ? new LocalizedText(zh, en ?? zh) : demo ? DemoTown : new LocalizedText("", ""));
    }
}
