using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Host.Identity;
using UnifiedPlatform.Host.Residents.Demo;
using UnifiedPlatform.Sdk.Calendar;

namespace UnifiedPlatform.Host.Demo;

/// <summary>Fills the town once the host listens; a run that was cut off is taken up again at the next start.</summary>
internal sealed class DemoSeeder(
    DemoAccounts accounts, IServer server, IHostApplicationLifetime lifetime, IWorkCalendar calendar, PlatformOptions options, ILogger<DemoSeeder> log) : BackgroundService, IReadinessCheck
{
    private string? _problem = "The demo town is being loaded.";

    public string Name => "demo";

    public ValueTask<string?> ProblemAsync(CancellationToken cancellationToken) => ValueTask.FromResult(_problem);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await ListeningAsync(stoppingToken);
            await accounts.EnsureAsync(stoppingToken);
            using var desk = new DemoDesk(Address(), options.InData(DemoAccounts.FileName));
            if (!await desk.SettledAsync(stoppingToken)) await SettleAsync(desk, stoppingToken);
            _problem = null;
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Taken up again at the next start.
        }
        catch (HttpRequestException failure)
        {
            _problem = "The demo town could not be loaded. Delete the data directory and start again; the log says which step failed.";
            log.LogError(failure, "Loading the demo town failed");
        }
    }

    private async Task SettleAsync(DemoDesk desk, CancellationToken cancellationToken)
    {
        var today = calendar.Today;
        var people = DemoTown.People(options.DemoResidents, today).ToArray();
        foreach (var file in DemoTownCsv.MakeFiles(options.DemoResidents, today)) await desk.UploadAsync("importer", "/api/residents/imports", file, cancellationToken);
        var adults = people.Where(person => person.Birth < today.AddYears(-25) && person.Birth > today.AddYears(-65))
            .OrderByDescending(person => person.Region == DemoOrganisations.Lingqiao).ToArray(); // the community worker's own people first
        foreach (var organisation in DemoOrganisations.Party(today)) await desk.PostAsync("party-officer", "/m/party-building/api/organisations", organisation, cancellationToken);
        await desk.ImportAsync("party-officer", "/m/party-building/api/members/import", DemoFiles.Members(adults, today), cancellationToken);
        await desk.ImportAsync("social-worker", "/m/social-linkage/api/organisations/import", DemoFiles.SocialOrganisations(today), cancellationToken);
        await desk.ImportAsync("social-worker", "/m/social-linkage/api/workers/import", DemoFiles.Workers(adults, today), cancellationToken);
        await desk.ImportAsync("volunteer-organiser", "/m/volunteering/api/volunteers/import", DemoFiles.Volunteers(adults), cancellationToken);
        // Last, because its presence says that the town is complete.
        await desk.PostAsync("volunteer-organiser", DemoDesk.Activities, DemoOrganisations.Activity(today, options.TimeZone), cancellationToken);
    }

    private async Task ListeningAsync(CancellationToken cancellationToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(() => started.TrySetResult());
        await started.Task.WaitAsync(cancellationToken);
    }

    private Uri Address()
    {
        var address = new UriBuilder(server.Features.Get<IServerAddressesFeature>()?.Addresses.First() ?? throw new InvalidOperationException("The host listens on no address."));
        if (address.Host is "0.0.0.0" or "[::]" or "*" or "+") address.Host = "127.0.0.1";
        return address.Uri;
    }
}
