using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using UnifiedModule.Data;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Audit;
using UnifiedPlatform.Sdk.Calendar;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Exchange;
using UnifiedPlatform.Sdk.Failures;
using UnifiedPlatform.Sdk.Text;

namespace UnifiedModule.Entries;

/// <param name="Title">What it is about.</param>
public sealed record AddEntryRequest(string Title);

/// <param name="Id">Key of the new entry.</param>
public sealed record AddEntryResponse(Guid Id);

/// <summary>Records an entry where the clerk works, writes it into the audit and tells the exchange: one transaction.</summary>
internal sealed class AddEntry(DepartmentDbContext database, IAccess access, IAudit audit, IOutbox outbox, IWorkCalendar calendar, ITexts texts)
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/entries", async Task<Results<Created<AddEntryResponse>, ProblemHttpResult>> (AddEntryRequest request, AddEntry use, CancellationToken cancellationToken) =>
        {
            var (id, refusal) = await use.RunAsync(request, cancellationToken);
            return refusal is null ? TypedResults.Created($"/m/module-id/api/entries/{id}", new AddEntryResponse(id)) : refusal.ToResult();
        })
        .WithName(nameof(AddEntry)).Needs(Permissions.Edit).Changes();

    public async ValueTask<(Guid Id, Refusal? Refusal)> RunAsync(AddEntryRequest request, CancellationToken cancellationToken)
    {
        var title = request.Title.Trim();
        if (title.Length is 0 or > Entry.TitleLength) return (default, new Refusal("module-id.title-invalid", 422, texts.Format(Keys.EntryTitleRule, Entry.TitleLength)));

        var entry = new Entry { Title = title, RecordedOn = calendar.Today };
        (entry.Scope.Region, entry.Scope.Dept) = (access.Actor.Region, access.Actor.Department);
        database.Add(entry);
        outbox.Publish(EntryAdded.Topic, entry.Id.ToString("D"), 1, new EntryAdded(entry.Id, entry.RecordedOn));
        audit.Changed(database, new AuditEntry("create", "module-id.entry", entry.Id.ToString("D")));
        await database.SaveChangesAsync(cancellationToken);
        return (entry.Id, null);
    }
}
