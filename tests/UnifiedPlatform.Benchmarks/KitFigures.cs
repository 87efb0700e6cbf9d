using System.Diagnostics;
using UnifiedPlatform.Kit.Tests.Kit;

namespace UnifiedPlatform.Benchmarks;

/// <summary>What a module team waits for and ships: from <c>dotnet new</c> to its first passing tests in an empty folder, and the size of the template's module packed for release.</summary>
internal sealed class KitFigures : IFigureSet
{
    public IReadOnlyList<string> Names => ["template.seconds", "package.kib"];

    public async Task MeasureAsync(Func<string, bool> wanted, CancellationToken cancellationToken)
    {
        await using var feed = new Feed();
        using var work = new EmptyFolder(await feed.FolderAsync());
        await work.RunAsync("dotnet new install FEED/UnifiedPlatform.Templates.1.0.0.nupkg", cancellationToken);
        var clock = Stopwatch.StartNew();
        await work.RunAsync("dotnet new unified-module -n Ledger --publisher civil-affairs --feed FEED", cancellationToken);
        work.Enter("Ledger");
        if (wanted("template.seconds"))
        {
            await work.RunAsync("dotnet test --filter FullyQualifiedName~EntryTests", cancellationToken);
            Figures.Print("template.seconds", clock.Elapsed.TotalSeconds, "s");
        }
        await work.RunAsync("dotnet build Ledger -c Release", cancellationToken);
        Figures.Print("package.kib", new FileInfo(work["Ledger/bin/Release/net10.0/ledger-1.0.0.upm"]).Length / 1024.0, "KiB");
    }
}
