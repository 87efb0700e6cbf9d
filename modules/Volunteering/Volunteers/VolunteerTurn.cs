using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Volunteering.Data;

namespace UnifiedPlatform.Volunteering.Volunteers;

/// <summary>Locks a volunteer's row until the end of the transaction, so that checks of overlap see what others have just written.</summary>
internal static class VolunteerTurn
{
    /// <summary>The volunteer, tracked; null: none, or none the actor may use.</summary>
    public static async Task<Volunteer?> TakeAsync(VolunteeringDbContext database, IAccess access, Guid id, string permission, CancellationToken cancellationToken)
    {
        await database.Volunteers.Where(x => x.Id == id).ExecuteUpdateAsync(x => x.SetProperty(y => y.Turns, y => y.Turns + 1).SetProperty(y => y.Version, y => y.Version + 1), cancellationToken);
        return await access.Query<Volunteer>(database, permission).SingleOrDefaultAsync(x => x.Id == id, cancellationToken);
    }
}
