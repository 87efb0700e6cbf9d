using System.Net.Http.Json;
using System.Text.Json;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedModule.Tests;

public sealed class TodayTests
{
    [Fact]
    public async Task The_day_is_told_by_the_clock_of_the_platform()
    {
        await using var host = await ModuleTestHost.StartAsync<DepartmentModule>(cancellationToken: TestContext.Current.CancellationToken);
        using var client = host.ClientFor(TestUser.With(Permissions.View));

        var today = await client.GetFromJsonAsync<JsonElement>("api/today", TestContext.Current.CancellationToken);

        Assert.Equal("2026-11-22", today.GetProperty("day").GetString());
    }
}
