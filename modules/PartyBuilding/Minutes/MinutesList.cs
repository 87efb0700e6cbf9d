using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.PartyBuilding.Data;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Lists;

namespace UnifiedPlatform.PartyBuilding.Minutes;

public sealed record MinutesView(Guid RecordId, DateOnly Day, int Minutes, string? CaseNumber, Guid? ActivityId, Guid? CorrectionOf, string Source, Guid EventId, long Position, DateTimeOffset ReceivedAt)
{
    public static MinutesView Of(ServiceMinutes x) => new(x.RecordId, x.Day, x.Minutes, x.CaseNumber, x.ActivityId, x.CorrectionOf, x.Source, x.EventId, x.Position, x.ReceivedAt);
}

/// <summary>Service minutes with where they came from, newest first.</summary>
internal sealed class MinutesList(PartyDbContext database, IAccess access)
{
    public async ValueTask<Page<MinutesView>> OfMemberAsync(Guid member, int? limit, string? cursor, CancellationToken cancellationToken)
    {
        var rows = access.Query<ServiceMinutes>(database, PartyPermissions.MemberView).AsNoTracking().Where(x => x.MemberId == member);
        return (await Cursor.ReadAsync(rows.OrderByDescending(x => x.Day).ThenByDescending(x => x.Id), limit, cursor, cancellationToken)).Select(MinutesView.Of);
    }
}
