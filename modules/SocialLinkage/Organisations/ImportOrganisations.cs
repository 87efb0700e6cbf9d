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

namespace UnifiedPlatform.SocialLinkage.Organisations;

/// <summary>Social organisations by credit code; a known code is renewed.</summary>
internal sealed class ImportOrganisations(SocialDbContext database, IAccess access, IAudit audit, IRegions regions, IWorkCalendar calendar, ITexts texts, IUnitOfWork unit, ModuleInfo module, IShell shell)
    : CsvImport<ImportOrganisations.Organisation>(database, unit, module, shell)
{
    public override IReadOnlyList<CsvColumn> Columns { get; } =
    [
        new("uscc", "统一社会信用代码", MaxLength: 30), new("name", "名称", MaxLength: SocialOrganisation.NameLength), new("region", "区划代码", MaxLength: 12), new("licence_until", "证书有效期至", Required: false, MaxLength: 20),
    ];

    protected override string Key => "uscc";

    protected override ValueTask<Organisation?> ReadAsync(CsvRow row, CancellationToken cancellationToken)
    {
        var until = row.Day("licence_until");
        if (row["region"] is not { Length: >= 9 } region || regions.Find(region) is null) row.FaultWords("region", texts[Keys.RegionRule]);
        if (!UnifiedSocialCreditCode.TryParse(row["uscc"], out var code, out var fault)) row.FaultWords("uscc", fault.In(FrameTexts));
        else if (LicenceRules.KindOf(code.Value) is not { } kind) row.FaultWords("uscc", texts[Keys.OrganisationNotSocial]);
        else return new(new Organisation(code.Value, row["name"], kind, row["region"], until));
        return default;
    }

    protected override async ValueTask<(bool Added, Refusal? Refusal)> KeepAsync(Organisation row, CancellationToken cancellationToken)
    {
        var known = await database.Organisations.BeyondAccess("a number is given once in all the town").SingleOrDefaultAsync(x => x.Uscc == row.Uscc, cancellationToken);
        var organisation = known ?? new SocialOrganisation { Uscc = row.Uscc, Name = row.Name, Kind = row.Kind };
        organisation.Name = row.Name;
        if (!organisation.Renew(row.Until, calendar.Today)) return (false, Refusals.WrongState(organisation, texts));
        (organisation.Scope.Region, organisation.Scope.Dept) = (row.Region, SocialLinkageModule.Department);
        if (access.Check(SocialPermissions.OrganisationImport, organisation) != Decision.Allowed) return (false, Refusals.OutOfScope(texts));
        if (known is null) database.Add(organisation);
        audit.Changed(database, new AuditEntry(known is null ? "create" : "edit", "social-linkage.organisation", organisation.Id.ToString("D")));
        return (known is null, null);
    }

    internal sealed record Organisation(string Uscc, string Name, OrganisationKind Kind, string Region, DateOnly? Until);
}
