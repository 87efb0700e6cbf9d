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
using UnifiedPlatform.Volunteering.Data;

namespace UnifiedPlatform.Volunteering.Volunteers;

/// <summary>Volunteers by identity number. The number finds the resident and tells the age; it is kept nowhere.</summary>
internal sealed class ImportVolunteers(VolunteeringDbContext database, IAccess access, IAudit audit, IResidents residents, IRegions regions, IWorkCalendar calendar, VolunteerFact fact, ITexts texts, IUnitOfWork unit, ModuleInfo module, IShell shell)
    : CsvImport<ImportVolunteers.Entry>(database, unit, module, shell)
{
    private static readonly Dictionary<string, bool> YesOrNo = new() { ["是"] = true, ["否"] = false, ["yes"] = true, ["no"] = false };

    public override IReadOnlyList<CsvColumn> Columns { get; } =
    [
        new("national_id", "身份证号", MaxLength: 30, Masked: true), new("community", "社区代码", MaxLength: 12), new("skills", "服务技能", MaxLength: 200), new("free_hours", "每周可服务小时", MaxLength: 3),
        new("registered_on", "注册日期", Required: false, MaxLength: 20), new("guardian_consent", "监护人同意", Required: false, MaxLength: 5),
    ];

    protected override string Key => "national_id";

    protected override async ValueTask<Entry?> ReadAsync(CsvRow row, CancellationToken cancellationToken)
    {
        var (hours, registered) = (row.Number("free_hours", 0, Volunteer.MostFreeHours), row.Day("registered_on"));
        var consent = row.Choice("guardian_consent", YesOrNo) ?? false;
        if (registered > calendar.Today) row.FaultWords("registered_on", texts[Keys.DateFuture]);
        if (!SkillSet.TryRead(row["skills"], out var skills, out _)) row.FaultWords("skills", texts.Format(Keys.ImportSkillUnknown, string.Join(texts[Keys.ListSeparator], Enum.GetValues<Skill>().Select(SkillSet.Code))));
        if (row["community"] is not { Length: 12 } community || regions.Find(community) is null) row.FaultWords("community", texts[Keys.VolunteerRegionRule]);
        if (!NationalId.TryParse(row["national_id"], calendar.Today, out var id, out var fault))
        {
            row.FaultWords("national_id", fault.In(FrameTexts));
            return null;
        }
        var age = Ages.Of(Ages.YearsOn(id.Birth, calendar.Today), consent);
        if (age == AgeRule.TooYoung) row.FaultWords("national_id", texts[Keys.VolunteerAgeTooYoung]);
        if (age == AgeRule.ConsentMissing) row.FaultWords("guardian_consent", texts[Keys.VolunteerAgeConsentMissing]);
        if (await residents.FindByNationalIdAsync(id.Value, cancellationToken) is { } resident)
            return hours is { } free ? new Entry(resident, row["community"], skills, free, registered ?? calendar.Today, consent, age) : null;
        row.FaultWords("national_id", texts[Keys.ImportResidentUnknown]);
        return null;
    }

    protected override async ValueTask<(bool Added, Refusal? Refusal)> KeepAsync(Entry row, CancellationToken cancellationToken)
    {
        var known = await database.Volunteers.BeyondAccess("one person has one record, wherever it is kept").SingleOrDefaultAsync(x => x.Resident == row.Resident, cancellationToken);
        var volunteer = known ?? new Volunteer { Resident = row.Resident, RegisteredOn = row.RegisteredOn };
        volunteer.Offer(row.Skills, row.FreeHours);
        (volunteer.GuardianConsent, volunteer.Age) = (row.Consent, row.Age);
        (volunteer.Scope.Region, volunteer.Scope.Dept) = (row.Community, VolunteeringModule.Department);
        if (access.Check(VolunteeringPermissions.VolunteerImport, volunteer) != Decision.Allowed) return (false, Refusals.OutOfScope(texts));
        if (known is null)
        {
            database.Add(volunteer);
            fact.Publish(volunteer);
        }
        audit.Changed(database, new AuditEntry(known is null ? "create" : "edit", "volunteering.volunteer", volunteer.Id.ToString("D")) { Subjects = [volunteer.Resident.Value] });
        return (known is null, null);
    }

    internal sealed record Entry(ResidentId Resident, string Community, IReadOnlyList<Skill> Skills, int FreeHours, DateOnly RegisteredOn, bool Consent, AgeRule Age);
}
