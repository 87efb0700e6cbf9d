using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.Host.Modules.Data;
using UnifiedPlatform.Host.Modules.Operations;
using UnifiedPlatform.Host.Modules.Trust;
using UnifiedPlatform.Host.Residents.Pages;
using UnifiedPlatform.Host.Residents.Register;
using UnifiedPlatform.Runtime;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Modules;
using UnifiedPlatform.Sdk.Residents;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Host.Tests.Modules;

/// <summary>What the host's own services give a packed module, while an administrator withholds and grants; and what becomes of the decisions when the module goes.</summary>
[Trait("Duration", "Long")]
public sealed class ModuleCapabilityTests
{
    // A number of the right form that nobody has.
    private const string Number = "11010519491231002X", Case = "340822000120260914000175";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_withheld_is_refused_with_its_reason_and_what_is_granted_works_while_the_module_runs()
    {
        await using var platform = await TestPlatform.StartAsync(cancellationToken: Cancelled);
        var somebody = await SomebodyAsync(platform);

        await DecideAsync(platform, "social-linkage", withheld: Capabilities.FindResident);
        Assert.Equal(Denied, await AskAsync<IResidents>(platform, "social-linkage", residents => residents.FindByNationalIdAsync(Number, Cancelled).AsTask()));
        Assert.Equal((HttpStatusCode.Forbidden, "modules.capability-missing"), await ImportAsync(platform));
        await DecideAsync(platform, "social-linkage", granted: Capabilities.FindResident);
        Assert.Null(await AskAsync<IResidents>(platform, "social-linkage", residents => residents.FindByNationalIdAsync(Number, Cancelled).AsTask()));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "social-linkage.import-invalid"), await ImportAsync(platform));

        var seen = await SeeAsync(platform, somebody);
        await DecideAsync(platform, "volunteering", withheld: Capabilities.Resident("region"));
        var without = await SeeAsync(platform, somebody);
        Assert.NotNull(seen.Region);
        Assert.Equal((seen.Name, null), (without.Name, without.Region));
        await DecideAsync(platform, "volunteering", granted: Capabilities.Resident("region"), withheld: Capabilities.Resident("name"));
        Assert.NotEqual(seen.Name, (await SeeAsync(platform, somebody)).Name);

        await DecideAsync(platform, "one-window", withheld: Capabilities.OpenResident);
        Assert.Equal(Denied, await AskAsync<IGrants>(platform, "one-window", grants => GiveAsync(grants, somebody)));
        Assert.Equal(Denied, await AskAsync<IGrants>(platform, "one-window", grants => grants.EndAsync(Case, null, Cancelled).AsTask()));
        await DecideAsync(platform, "one-window", granted: Capabilities.OpenResident);
        Assert.Null(await AskAsync<IGrants>(platform, "one-window", grants => GiveAsync(grants, somebody)));
        // Nobody granted it and no manifest asks for it.
        Assert.Equal(Denied, await AskAsync<IGrants>(platform, "volunteering", grants => GiveAsync(grants, somebody)));

        Assert.Equal(["one-window"], await AsideAsync(platform));
        await DecideAsync(platform, "one-window", withheld: Capabilities.CounterAside);
        Assert.Empty(await AsideAsync(platform));
    }

    [Fact]
    public async Task The_decisions_of_a_removed_module_are_orphans_that_count_for_nothing_and_go_with_its_data()
    {
        await using var platform = await TestPlatform.StartAsync(cancellationToken: Cancelled);
        using var administrator = platform.ClientFor("administrator");
        var package = await File.ReadAllBytesAsync(Directory.GetFiles(Path.Combine(Checkout.Root, "modules", ".packed"), "volunteering-*.upm").Single(), Cancelled);
        var decisions = platform.Services.GetRequiredService<IModuleCapabilities>();
        Assert.True(decisions.Granted("volunteering", Capabilities.FindResident));

        await EndAsync(administrator, await administrator.DeleteAsync(new Uri("/api/admin/modules/volunteering?reason=trial", UriKind.Relative), Cancelled));

        Assert.All(await GrantsAsync(platform), grant => Assert.True(grant.Orphaned));
        await platform.Services.GetRequiredService<TrustStore>().ReadAsync(Cancelled);
        Assert.False(decisions.Decided("volunteering", Capabilities.FindResident));
        Assert.Contains(Capabilities.FindResident, await AskedAsync(platform, package));

        await EndAsync(administrator, await administrator.PostAsJsonAsync("/api/admin/modules/volunteering/purge", new { reason = "trial", confirm = "volunteering" }, Cancelled));
        Assert.Empty(await GrantsAsync(platform));
    }

    private static string Denied => typeof(CapabilityDeniedException).FullName ?? "";

    private static async Task<Guid> SomebodyAsync(TestPlatform platform)
    {
        await using var scope = platform.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ResidentsDbContext>().People.BeyondAccess("any will do").Select(person => person.Id).FirstAsync(Cancelled);
    }

    private static async Task DecideAsync(TestPlatform platform, string module, string? granted = null, string? withheld = null)
    {
        await using var scope = platform.Services.CreateAsyncScope();
        scope.ServiceProvider.ActAsModule("host");
        await scope.ServiceProvider.GetRequiredService<ModuleGrants>().DecideAsync(module, granted is null ? [] : [granted], withheld is null ? [] : [withheld], Act.Host, "trial", Cancelled);
    }

    // Name of what was thrown; null: it works.
    private static async Task<string?> AskAsync<TService>(TestPlatform platform, string module, Func<TService, Task> act) where TService : notnull
    {
        try
        {
            return await platform.Services.GetRequiredService<IModuleRuntime>().UseAsync(module, async (services, _) =>
            {
                await act(services.GetRequiredService<TService>());
                return (string?)null;
            }, Cancelled);
        }
        catch (ModuleCallException failure)
        {
            return failure.Thrown;
        }
    }

    private static async Task<ResidentSummary> SeeAsync(TestPlatform platform, Guid somebody)
    {
        var id = new ResidentId(somebody);
        return await platform.Services.GetRequiredService<IModuleRuntime>().UseAsync("volunteering", async (services, left) => (await services.GetRequiredService<IResidents>().SummariesAsync([id], left))[id], Cancelled);
    }

    private static Task GiveAsync(IGrants grants, Guid somebody) => grants.GiveAsync("account:1", new ResidentId(somebody), "view", Case, "assess", DateTimeOffset.UtcNow.AddDays(1), Cancelled).AsTask();

    private static async Task<(HttpStatusCode, string?)> ImportAsync(TestPlatform platform)
    {
        using var worker = platform.ClientFor("social-worker");
        using var file = new StringContent($"national_id,qualification,community,registered_until\r\n{Number},assistant,340822100001,2027-01-01\r\n", Encoding.UTF8, "text/csv");
        using var answer = await worker.PostAsync(new Uri("/m/social-linkage/api/workers/import/check", UriKind.Relative), file, Cancelled);
        return (answer.StatusCode, answer.IsSuccessStatusCode ? null : (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).GetProperty("code").GetString());
    }

    private static async Task<IReadOnlyList<string>> AsideAsync(TestPlatform platform)
    {
        await using var scope = platform.Services.CreateAsyncScope();
        return [.. scope.ServiceProvider.GetRequiredService<CounterAside>().Offering];
    }

    private static async Task<IReadOnlyList<ModuleGrant>> GrantsAsync(TestPlatform platform)
    {
        await using var scope = platform.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ModuleGrants>().OfAsync("volunteering", Cancelled);
    }

    private static async Task<IReadOnlyList<string>> AskedAsync(TestPlatform platform, byte[] package)
    {
        await using var scope = platform.Services.CreateAsyncScope();
        scope.ServiceProvider.ActAsModule("host");
        var install = scope.ServiceProvider.GetRequiredService<ModuleInstall>();
        using var file = new MemoryStream(package);
        var staged = await install.StageAsync(file, allowsOlder: false, Cancelled);
        install.Discard(staged);
        return staged.Package.CapabilitiesAsked;
    }

    private static async Task EndAsync(HttpClient administrator, HttpResponseMessage asked)
    {
        using (asked)
        {
            Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
            using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
            while (!(await administrator.GetFromJsonAsync<JsonElement>(asked.Headers.Location, Cancelled)).GetProperty("ended").GetBoolean()) await timer.WaitForNextTickAsync(Cancelled);
        }
    }
}
