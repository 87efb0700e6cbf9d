using UnifiedPlatform.Host.Identity.Accounts;
using UnifiedPlatform.Host.Identity.Data;

namespace UnifiedPlatform.Host.Identity;

/// <summary>Who works in the demo town. The names are invented.</summary>
internal static class DemoPeople
{
    private const string Town = "340822100";
    private const string Community = "340822100002";

    public static readonly IReadOnlyList<DemoPerson> All =
    [
        new("clerk", "程窗", "0001", Town, "counter: find residents, accept and close cases", [In("CL", "0001"), Post("clerk", "0001")]),
        new("civil-affairs", "闵正", "0203", Town, "civil affairs: eligibility", [In("DH", "0203"), Post("eligibility", "0203"), Post("assessor", "0203"), Post("volunteer-clerk", "0203")]),
        new("civil-affairs-head", "郝审", "0203", Town, "civil affairs: countersigns eligibility", [In("DH", "0203"), Post("eligibility-head", "0203")]),
        new("civil-affairs-decider", "阚定", "0203", Town, "civil affairs: decides", [In("DH", "0203"), Post("decider", "0203")]),
        new("social-worker", "佘工", "0204", Town, "social work station: assessments and visits", [In("SW", "0204"), Post("assessor", "0204")]),
        new("party-officer", "党务宁", "0101", Town, "party office: members and contacts", [In("PO", "0101"), Post("party-clerk", "0101")]),
        new("volunteer-organiser", "支愿", "0205", Town, "volunteers: activities, hours, pairing", [In("VO", "0205"), Post("volunteer-clerk", "0205")]),
        new("community-worker", "佟社", "0001", Community, "one community: its residents", [new NewGrant("CW", Community, Departments: "0001")]),
        new("steward", "束据", "0001", Town, "register: corrections and imports", [In("DS", "0001")]),
        new("system-officer", "席统", null, null, "modules, jobs, exchange", [new NewGrant("SY")], Kind: AccountKind.Officer),
        new("security-officer", "安全宁", null, null, "accounts, grants, keys", [new NewGrant("SE")], Kind: AccountKind.Officer),
        new("audit-officer", "申计", null, null, "audit", [new NewGrant("AU")], Kind: AccountKind.Officer),
    ];

    public static readonly IReadOnlyList<DemoPerson> Machines =
    [
        new("importer", "导入接口", null, Town, "imports registers", [In("MI", "0001")]),
        new("administrator", "管理接口", null, null, "modules, jobs, exchange, telemetry, audit", [new NewGrant("SY"), new NewGrant("SE"), new NewGrant("AU")]),
    ];

    private static NewGrant In(string role, string department) => new(role, Town, Departments: department);

    private static NewGrant Post(string post, string department) => new(post, Departments: department);
}
