using System.Text.Json;
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
    private const string Organiser = "volunteer-organiser", Activities = "/m/volunteering/api/activities";

    private string? _problem = "The demo town is being loaded.";

    public string Name => "demo";

    public ValueTask<string?> ProblemAsync(CancellationToken cancellationToken) => ValueTask.FromResult(_problem);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await ListeningAsync(stoppingToken);
            await accounts.EnsureAsync(stoppingToken);
            // Without the file another host on the same database made the accounts: it loads the town, and its operator has the passwords.
            if (accounts.Here) await SettleAsync(stoppingToken);
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

    private async Task SettleAsync(CancellationToken cancellationToken)
    {
        // Asking the town itself would wake its modules at every start.
        var settled = options.InData("demo-town-complete");
        if (File.Exists(settled)) return;
        await LoadAsync(cancellationToken);
        await File.WriteAllTextAsync(settled, "", cancellationToken);
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        using var desk = new DemoDesk(Address(), options.InData(DemoAccounts.FileName));
        if ((await desk.ListAsync(Organiser, Activities, cancellationToken)).Any(HasPlacesTaken)) return;
        var today = calendar.Today;
        var people = DemoTown.People(options.DemoResidents, today).ToArray();
        foreach (var file in DemoTownCsv.MakeFiles(options.DemoResidents, today)) await desk.UploadAsync("importer", "/api/residents/imports", file, cancellationToken);
        var adults = people.Where(person => person.Birth < today.AddYears(-25) && person.Birth > today.AddYears(-65))
            .OrderByDescending(person => person.Region == DemoOrganisations.Lingqiao).ToArray(); // the community worker's own people first
        foreach (var organisation in DemoOrganisations.Party(today)) await desk.PostAsync("party-officer", "/m/party-building/api/organisations", organisation, cancellationToken);
        await desk.ImportAsync("party-officer", "/m/party-building/api/members/import", DemoFiles.Members(adults, today), cancellationToken);
        await desk.ImportAsync("social-worker", "/m/social-linkage/api/organisations/import", DemoFiles.SocialOrganisations(today), cancellationToken);
        await desk.ImportAsync("social-worker", "/m/social-linkage/api/workers/import", DemoFiles.Workers(adults, today), cancellationToken);
        await desk.ImportAsync(Organiser, "/m/volunteering/api/volunteers/import", DemoFiles.Volunteers(adults), cancellationToken);
        await OpenActivityAsync(desk, today, cancellationToken);
    }

    // Last, because a place taken says that the town is complete; a run that was cut off goes on where it stood.
    private async Task OpenActivityAsync(DemoDesk desk, DateOnly today, CancellationToken cancellationToken)
    {
        if ((await desk.ListAsync(Organiser, Activities, cancellationToken)).Count == 0) await desk.PostAsync(Organiser, Activities, DemoOrganisations.Activity(today, options.TimeZone), cancellationToken);
        foreach (var activity in await desk.ListAsync(Organiser, Activities, cancellationToken))
        {
            var path = $"{Activities}/{activity.GetProperty("id").GetGuid()}";
            if (activity.GetProperty("status").GetString() == "draft") await desk.PostAsync(Organiser, path + "/actions", new { action = "publish" }, cancellationToken);
            foreach (var volunteer in await desk.ListAsync(Organiser, "/m/volunteering/api/volunteers?limit=4", cancellationToken))
                await desk.PostAsync(Organiser, path + "/sign-ups", new { volunteerId = volunteer.GetProperty("id").GetGuid() }, cancellationToken);
        }
    }

    private static bool HasPlacesTaken(JsonElement activity) => activity.GetProperty("taken").GetInt32() > 0;

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
