using UnifiedPlatform.Sdk.Text;
using UnifiedPlatform.Sdk.Web;

namespace UnifiedPlatform.Host.Tests.Web;

/// <summary>A frame with everything in it.</summary>
internal sealed class TestShell(ITexts texts) : IShell
{
    public LocalizedText Town { get; } = new("怀宁县高河镇", "Gaohe, Huaining");

    public bool Demo => true;

    public ShellUser? User { get; } = new("张敏", "3号窗口");

    public string? FindResidents => "/residents";

    public IReadOnlyList<ShellGroup> Navigation { get; } = [new("窗口", [new("查找居民", "/residents", "host"), new("党建", "/m/party-building", "party-building")])];

    public ITexts Texts => texts;

    public DateTimeOffset Now { get; } = new(2026, 9, 18, 9, 42, 0, TimeSpan.FromHours(8));

    public TimeZoneInfo TimeZone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    public (string Type, string Theme) Preferences => ("normal", "system");

    public IReadOnlyDictionary<string, ShellModule> Modules { get; } = new Dictionary<string, ShellModule>(StringComparer.Ordinal)
    {
        ["party-building"] = new(new("党建", "Party building"), "党", "party"),
    };

    public string Asset(string name) => "/_up/0/" + name;
}
