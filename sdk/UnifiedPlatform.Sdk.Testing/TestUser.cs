using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Sdk.Testing;

/// <summary>A person a test acts as: named permissions in stated places, without an account in the host's database.</summary>
/// <param name="Name">Display name.</param>
public sealed record TestUser(string Name)
{
    /// <summary>Account; each user has its own.</summary>
    public AccountId Account { get; init; } = new(Guid.CreateVersion7());

    /// <summary>Department, four-digit organisation code. Default: the counter, <c>0001</c>.</summary>
    public string? Department { get; init; } = "0001";

    /// <summary>Region the person works in. Default: a town of the shipped divisions.</summary>
    public string? Region { get; init; } = "340822100";

    /// <summary>Role keys, for what the counter decides by role.</summary>
    public IReadOnlyCollection<string> Roles { get; init; } = [];

    /// <summary>Permissions held.</summary>
    public IReadOnlyCollection<string> Permissions { get; init; } = [];

    /// <summary>Where they hold. Default: everywhere.</summary>
    public IReadOnlyList<ScopeArm> Scope { get; init; } = [new ScopeArm(ScopeKind.All, [])];

    /// <summary>Somebody who may do this everywhere.</summary>
    public static TestUser With(params string[] permissions) => new("tester") { Permissions = permissions };

    /// <summary>Somebody signed in who may do nothing.</summary>
    public static TestUser Bare() => new("bare");

    internal Actor ToActor() => new(Account, ActorKind.Staff, Name, Department, Region, null, null);

    internal IRights ToRights() => new RightsSnapshot($"test-{Account}", Roles, Permissions.Select(permission => KeyValuePair.Create(permission, Scope)));
}
