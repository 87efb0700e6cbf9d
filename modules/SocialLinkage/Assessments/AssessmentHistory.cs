using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Sdk.Audit;
using UnifiedPlatform.Sdk.Parts;
using UnifiedPlatform.Sdk.Residents;

namespace UnifiedPlatform.SocialLinkage.Assessments;

/// <summary>What assessments say about a resident, newest first, for whoever may see them.</summary>
internal sealed class AssessmentHistory(PartDesk<AssessmentTask> desk, IResidents residents, IAudit audit)
{
    public const int Shown = 3;

    public async ValueTask<IReadOnlyList<AssessmentTask>> OfResidentAsync(ResidentId resident, CancellationToken cancellationToken)
    {
        var same = (await residents.SameAsAsync(resident, cancellationToken)).ToArray();
        var tasks = await desk.Visible.AsNoTracking().Where(x => same.Contains(x.Subject)).OrderByDescending(x => x.RequestedAt).Take(Shown).ToListAsync(cancellationToken);
        if (tasks.Count > 0) await audit.ReadAsync(new AuditEntry("view", "social-linkage.assessment", null) { Subjects = [resident.Value] }, cancellationToken);
        return tasks;
    }
}
