using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Audit;
using UnifiedPlatform.Sdk.Calendar;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Domain;
using UnifiedPlatform.Sdk.Failures;
using UnifiedPlatform.Sdk.Imports;
using UnifiedPlatform.Sdk.Modules;
using UnifiedPlatform.Sdk.Residents;
using UnifiedPlatform.Sdk.Text;
using UnifiedPlatform.Sdk.Web;
using UnifiedPlatform.SocialLinkage.Data;

namespace UnifiedPlatform.SocialLinkage.Workers;

/// <summary>Social workers by identity number. The number finds the resident and is kept nowhere.</summary>
internal sealed class ImportWorkers(SocialDbContext database, IAccess access, IAudit audit, IResidents residents, IRegions regions, IWorkCalendar calendar, ITexts texts, IUnitOfWork unit, ModuleInfo module, IShell shell)
    : CsvImport<ImportWorkers.Worker>(database, unit, module, shell)
{
    private static readonly Dictionary<string, Qualification> Words = new()
    {
        ["无"] = Qualification.None, ["助理社会工作师"] = Qualification.Assistant, ["社会工作师"] = Qualification.SocialWorker, ["高级社会工作师"] = Qualification.Senior,
        ["none"] = Qualification.None, ["assistant"] = Qualification.Assistant, ["socialWorker"] = Qualification.SocialWorker, ["senior"] = Qualification.Senior,
    };

    private Dictionary<string, Guid> _organisations = [];

    public override IReadOnlyList<CsvColumn> Columns { get; } =
    [
        new("national_id", "身份证号", MaxLength: 30, Masked: true), new("qualification", "职业水平", MaxLength: 20), new("community", "社区代码", MaxLength: 12),
        new("registered_until", "登记有效期至", Required: false, MaxLength: 20), new("organisation", "所属机构代码", Required: false, MaxLength: 30),
    ];

    protected override string Key => "national_id";

    protected override async ValueTask ReadyAsync(CancellationToken cancellationToken) => _organisations = await database.Organisations.BeyondAccess("a file may name any employer of the town").ToDictionaryAsync(x => x.Uscc, x => x.Id, cancellationToken);

    protected override async ValueTask<Worker?> ReadAsync(CsvRow row, CancellationToken cancellationToken)
    {
        var (qualification, until) = (row.Choice("qualification", Words), row.Day("registered_until"));
        if (row["community"] is not { Length: 12 } community || regions.Find(community) is null) row.FaultWords("community", texts[Keys.CommunityRule]);
        Guid? organisation = row.Optional("organisation") is { } code && _organisations.TryGetValue(code, out var id) ? id : null;
        if (row.Optional("organisation") is not null && organisation is null) row.FaultWords("organisation", texts[Keys.ImportOrganisationUnknown]);
        if (!NationalId.TryParse(row["national_id"], calendar.Today, out var number, out var fault)) row.FaultWords("national_id", fault.In(FrameTexts));
        else if (await residents.FindByNationalIdAsync(number.Value, cancellationToken) is not { } resident) row.FaultWords("national_id", texts[Keys.ImportResidentUnknown]);
        else if (qualification is { } level) return new Worker(resident, level, row["community"], until, organisation);
        return null;
    }

    protected override async ValueTask<(bool Added, Refusal? Refusal)> KeepAsync(Worker row, CancellationToken cancellationToken)
    {
        var known = await database.Workers.BeyondAccess("one person has one record, wherever it is kept").SingleOrDefaultAsync(x => x.Resident == row.Resident, cancellationToken);
        var worker = known ?? new SocialWorker { Resident = row.Resident, Qualification = row.Qualification, Community = row.Community };
        (worker.Qualification, worker.Community, worker.RegisteredUntil, worker.OrganisationId) = (row.Qualification, row.Community, row.Until, row.Organisation);
        (worker.Scope.Region, worker.Scope.Dept) = (row.Community, SocialLinkageModule.Department);
        if (access.Check(SocialPermissions.WorkerImport, worker) != Decision.Allowed) return (false, Refusals.OutOfScope(texts));
        if (known is null) database.Add(worker);
        audit.Changed(database, new AuditEntry(known is null ? "create" : "edit", "social-linkage.worker", worker.Id.ToString("D")) { Subjects = [worker.Resident.Value] });
        return (known is null, null);
    }

    internal sealed record Worker(ResidentId Resident, Qualification Qualification, string Community, DateOnly? Until, Guid? Organisation);
}
