using UnifiedPlatform.Host.Residents.Register;
using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Host.Tests.Residents;

/// <summary>Somebody who acts in a test, with the arms of the rights matrix.</summary>
internal sealed record Persona(Actor Actor, IRights Rights)
{
    private const string County = "340822", Town = "340822100", Community = "340822100002";

    public static Persona Clerk { get; } = Of(1, "CL", Town, (ResidentPermissions.Card, Region(County)), (ResidentPermissions.View, Region(Town)), (ResidentPermissions.Reveal, Task));

    public static Persona CommunityWorker { get; } = Of(2, "CW", Community, (ResidentPermissions.View, Region(Community)));

    public static Persona SocialWorker { get; } = Of(3, "SW", Town, (ResidentPermissions.View, Task), (ResidentPermissions.Reveal, Task));

    public static Persona Importer { get; } = Of(4, "MI", Town, (ResidentPermissions.Import, Region(Town)));

    public static Persona Nobody { get; } = Of(5, "AU", null);

    public static Persona Of(int number, string role, string? region, params (string Permission, ScopeArm Arm)[] arms) => new(
        new Actor(new AccountId(new Guid(number, 0, 0, new byte[8])), ActorKind.Staff, role, "0001", region, null, null),
        new RightsSnapshot("1", [role], arms.Select(a => KeyValuePair.Create(a.Permission, (IReadOnlyList<ScopeArm>)[a.Arm]))));

    public static ScopeArm Task => new(ScopeKind.Task, []);

    public static ScopeArm Region(params string[] codes) => new(ScopeKind.Region, codes);
}
