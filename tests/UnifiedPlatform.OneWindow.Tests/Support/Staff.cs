using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.OneWindow.Tests.Support;

/// <summary>Accounts of the demo town with the rights of their roles.</summary>
internal static class Staff
{
    private const string Town = "340822100";

    private static readonly IReadOnlyDictionary<string, (int Id, string Org, string[] Roles, string[] Permissions)> Everybody = new Dictionary<string, (int, string, string[], string[])>
    {
        ["clerk"] = (1, "0001", ["CL", "clerk"], [OneWindowPermissions.CaseCreate, OneWindowPermissions.CaseEdit, OneWindowPermissions.CaseAssign]),
        ["colleague"] = (2, "0001", ["CL", "clerk"], [OneWindowPermissions.CaseCreate, OneWindowPermissions.CaseEdit, OneWindowPermissions.CaseAssign]),
        ["civil-affairs"] = (3, "0203", ["DH", "eligibility", "assessor", "volunteer-clerk"], [OneWindowPermissions.PartEdit, OneWindowPermissions.CaseDecide]),
        ["head"] = (4, "0203", ["DH", "eligibility-head"], [OneWindowPermissions.PartEdit, OneWindowPermissions.CaseDecide]),
        ["decider"] = (5, "0203", ["DH", "decider"], [OneWindowPermissions.PartEdit, OneWindowPermissions.CaseDecide]),
        ["police"] = (6, "0301", ["DH", "eligibility", "decider"], [OneWindowPermissions.PartEdit, OneWindowPermissions.CaseDecide]),
    };

    public static IEnumerable<Post> Posts => Everybody.Values.SelectMany(person => person.Roles.Select(role => new Post(person.Org, Town, role)));

    public static Actor Actor(string person) => new(new AccountId(People.Id(Everybody[person].Id)), ActorKind.Staff, person, Everybody[person].Org, Town, null, null);

    public static IRights Rights(string person)
    {
        var (_, org, roles, permissions) = Everybody[person];
        var counter = roles.Contains("CL");
        IReadOnlyList<ScopeArm> seen = counter ? [new ScopeArm(ScopeKind.Region, [Town])] : [new ScopeArm(ScopeKind.Department, [org]), new ScopeArm(ScopeKind.Task, [])];
        IReadOnlyList<ScopeArm> changed = counter ? [new ScopeArm(ScopeKind.Own, [])] : seen;
        string[] views = [OneWindowPermissions.CaseView, OneWindowPermissions.PartView, OneWindowPermissions.ItemView];
        return new RightsSnapshot("1", [.. roles, .. roles.Select(role => $"{role}@{org}")],
            [.. views.Select(view => KeyValuePair.Create(view, seen)), .. permissions.Select(permission => KeyValuePair.Create(permission, changed))]);
    }
}
