#if (database)
using System.Net.Http.Json;
#endif
using UnifiedPlatform.Sdk.Testing;
using UnifiedPlatform.Sdk.Testing.Conformance;

namespace UnifiedModule.Tests;

/// <summary>What every module of the platform keeps to.</summary>
public sealed class Conformance : ModuleConformance<DepartmentModule>
{
#if (database)
    protected override IReadOnlyList<string> Addresses => ["api/entries"];

    protected override async Task SeedAsync(ModuleTestHost host)
    {
        using var clerk = host.ClientFor(host.Permitted);
        using var answer = await clerk.PostAsJsonAsync("api/entries", new { title = "seed" }, Cancelled);
        answer.EnsureSuccessStatusCode();
    }
#else
    protected override IReadOnlyList<string> Addresses => ["api/today"];
#endif
}
