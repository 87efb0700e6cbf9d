using System.Collections.Immutable;
using UnifiedPlatform.OneWindow.Data;
using UnifiedPlatform.OneWindow.Domain.Cases;
using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.OneWindow.Cases;

/// <summary>Who acts, with the powers that account has over one case.</summary>
internal sealed class ActingPeople(OneWindowDbContext database, IAccess access, IActorAccessor accessor)
{
    /// <summary>Powers that do not depend on a case.</summary>
    public Acting Anybody() => Of([.. Powers().Where(power => access.May(power.Permission)).Select(power => power.Power)]);

    /// <summary>Powers over this case; parts are looked at one by one where they are used.</summary>
    public Acting Over(CaseRow row)
    {
        _ = access.Query<CaseRow>(database, OneWindowPermissions.CaseView);
        return Of([.. Powers().Where(power => power.Power is Power.Receive or Power.DoParts ? access.May(power.Permission) : access.Check(power.Permission, row) == Decision.Allowed).Select(power => power.Power)]);
    }

    /// <summary>Item roles the actor holds at the own organisation: plain keys and the posts of it.</summary>
    public static IEnumerable<string> RolesOf(IActorAccessor accessor)
    {
        var department = accessor.Actor?.Department;
        foreach (var role in accessor.Rights.Roles)
        {
            var at = role.IndexOf('@', StringComparison.Ordinal);
            if (at < 0) yield return role;
            else if (role[(at + 1)..] == department) yield return role[..at];
        }
    }

    private Acting Of(ImmutableHashSet<Power> powers)
    {
        var actor = access.Actor;
        return new Acting(actor.Account.Value, actor.Department, actor.Region, [.. RolesOf(accessor)], powers);
    }

    private static IEnumerable<(Power Power, string Permission)> Powers() =>
    [
        (Power.Receive, OneWindowPermissions.CaseCreate), (Power.Edit, OneWindowPermissions.CaseEdit), (Power.DoParts, OneWindowPermissions.PartEdit),
        (Power.Decide, OneWindowPermissions.CaseDecide), (Power.Assign, OneWindowPermissions.CaseAssign),
    ];
}
