using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Host.Residents.Register;

namespace UnifiedPlatform.Host.Residents.Indexing;

/// <summary>Puts together how the index stands. Scoped.</summary>
internal sealed class IndexReports(IResidentIndex index, IndexUpkeep upkeep, IndexKeeper keeper, ResidentsDbContext database)
{
    public async ValueTask<IndexReport> ReadAsync(CancellationToken cancellationToken)
    {
        var state = await index.StateAsync(cancellationToken);
        var build = upkeep.Build;
        return new IndexReport(
            state.Engine, state.Name, state.Fault, state.Detail, state.Documents, await database.People.CountAsync(person => person.State != PersonState.Erased, cancellationToken),
            await database.BehindIds().CountAsync(cancellationToken), state.Previous, build?.Written, build?.Total, upkeep.LastDrift, keeper.FailedWith);
    }
}
