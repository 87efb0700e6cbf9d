using System.Text.Json;
using UnifiedPlatform.Host.Residents.Demo;

namespace UnifiedPlatform.Browser.Tests.Story;

/// <summary>The people of the demo town at their browsers, all in one view.</summary>
internal sealed class Office(BrowserFixture browser, View view) : IAsyncDisposable
{
    private readonly Dictionary<string, Desk> _desks = new(StringComparer.Ordinal);
    private readonly Album _album = new($"{view.Language}{(view.Script ? "" : "-noscript")}");

    public View View => view;

    /// <summary>Somebody at their browser; signed in, unless it is a visitor without a name.</summary>
    public async Task<Desk> AtAsync(string person)
    {
        if (!_desks.TryGetValue(person, out var desk)) _desks[person] = desk = new Desk(await browser.OpenAsync(person.Length == 0 ? null : person, view), _album, view);
        return desk;
    }

    /// <summary>Signs somebody in through the page, as it is shown.</summary>
    public async Task<Desk> SignInAsync(string person)
    {
        var desk = _desks[person] = new Desk(await browser.OpenAsync(null, view), _album, view);
        await desk.GoAsync("/sign-in");
        await desk.LookAsync("sign-in");
        await desk.FillAsync("user", person);
        await desk.FillAsync("password", browser.Platform.PasswordOf(person));
        await desk.SendAsync("form[action='/sign-in'] button:not([type=button])");
        return desk;
    }

    /// <summary>Elders of the town whom the item is for, each with a phone.</summary>
    public static DemoResident Elder(int skip) => DemoTown.People(BrowserFixture.Residents, Today)
        .Where(resident => resident.Birth < Today.AddYears(-62) && resident.Phone is not null).Skip(skip).First();

    /// <summary>A volunteer who is a party member, and may come to the elder: the one whose hours the party module receives.</summary>
    public async Task<(Guid Volunteer, Guid Member)> VolunteerOfThePartyAsync(IReadOnlyCollection<Guid> offered)
    {
        var members = (await ListAsync("party-officer", "/m/party-building/api/members?limit=200")).ToDictionary(member => member.GetProperty("residentId").GetGuid(), member => member.GetProperty("id").GetGuid());
        var volunteer = (await ListAsync("community-worker", "/m/volunteering/api/volunteers?limit=200"))
            .First(candidate => offered.Contains(candidate.GetProperty("id").GetGuid()) && members.ContainsKey(candidate.GetProperty("residentId").GetGuid()));
        return (volunteer.GetProperty("id").GetGuid(), members[volunteer.GetProperty("residentId").GetGuid()]);
    }

    public static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime);

    public async ValueTask DisposeAsync()
    {
        foreach (var desk in _desks.Values) await desk.DisposeAsync();
    }

    private async Task<IEnumerable<JsonElement>> ListAsync(string person, string path)
    {
        using var client = browser.Platform.ClientFor(person);
        using var document = JsonDocument.Parse(await client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken));
        return [.. document.RootElement.Clone().GetProperty("items").EnumerateArray()];
    }
}
