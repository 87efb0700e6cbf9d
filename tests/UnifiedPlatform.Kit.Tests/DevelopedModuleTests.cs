using UnifiedPlatform.Runtime.Packages;
using UnifiedPlatform.Sdk.DevHost;

namespace UnifiedPlatform.Kit.Tests;

public sealed class DevelopedModuleTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("1.0.0", "1.0.1-dev.1795348800", "1.0.1")]
    [InlineData("1.9.9", "1.9.10-dev.1795348800", "1.9.10")]
    [InlineData("2.0.0-rc.1", "2.0.0-rc.1.dev.1795348800", "2.0.0-rc.2")]
    public void Each_save_is_a_version_after_the_own_one_and_before_the_next(string own, string saved, string next)
    {
        var module = new DevelopedModule("Ledger/Ledger.csproj", "ledger", own);
        SemanticVersion[] order = [SemanticVersion.Of(own), SemanticVersion.Of(module.VersionAt(Noon)), SemanticVersion.Of(module.VersionAt(Noon.AddSeconds(1))), SemanticVersion.Of(next)];

        Assert.Equal(saved, module.VersionAt(Noon));
        Assert.Equal(order, order.Order());
        Assert.Equal(4, order.Distinct().Count());
    }

    [Theory]
    [InlineData("LedgerModule.cs", true)]
    [InlineData("Resources/en.json", true)]
    [InlineData("Pages/EntriesPage.razor", true)]
    [InlineData("obj/dev/ledger.dll", false)]
    [InlineData("bin/Debug/net10.0/ledger.dll", false)]
    [InlineData(".dev/data/host.db", false)]
    [InlineData(".keys/module-dev.pem", false)]
    [InlineData("Entries/.#Entry.cs", false)]
    [InlineData("Entries/Entry.cs~", false)]
    public void What_a_build_an_editor_or_the_host_writes_is_no_save(string path, bool source) =>
        Assert.Equal(source, SavedFiles.IsSource("/modules/Ledger", Path.Combine("/modules/Ledger", path)));
}
