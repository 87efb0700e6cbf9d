using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using UnifiedModule.Data;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Lists;

namespace UnifiedModule.Entries;

/// <summary>Reads the entries the reader may see, open ones first.</summary>
internal sealed class EntryList(DepartmentDbContext database, IAccess access)
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/entries", async (int? limit, string? cursor, EntryList use, CancellationToken cancellationToken) => TypedResults.Ok(await use.ListAsync(limit, cursor, cancellationToken)))
        .WithName("ListEntries").Needs(Permissions.View);

    public async ValueTask<Page<EntryView>> ListAsync(int? limit, string? cursor, CancellationToken cancellationToken)
    {
        var rows = access.Query<Entry>(database, Permissions.View).AsNoTracking().OrderBy(x => x.Closed).ThenByDescending(x => x.Id);
        return (await Cursor.ReadAsync(rows, limit, cursor, cancellationToken)).Select(x => new EntryView(x.Id, x.Title, x.RecordedOn, x.Closed));
    }
}
