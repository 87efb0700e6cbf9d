namespace UnifiedPlatform.Sdk.Access;

/// <summary>Who acts, in one request or job. Passed explicitly, never static or ambient.</summary>
/// <param name="Account">The account.</param>
/// <param name="Kind">Kind of actor.</param>
/// <param name="Name">Display name of the account (staff name or key title).</param>
/// <param name="Department">Organisation code the actor works in; null: none.</param>
/// <param name="Region">Region the actor works in; null: none.</param>
/// <param name="SessionHash">Hash of the session, for audit; null for machines and jobs.</param>
/// <param name="Purpose">Stated purpose of this request; null: the ordinary one of the permission.</param>
public sealed record Actor(AccountId Account, ActorKind Kind, string Name, string? Department, string? Region, string? SessionHash, string? Purpose)
{
    /// <summary>The platform itself, or a module in a job: rights of the code, not of a person.</summary>
    public static Actor SystemFor(string module) => new(new AccountId(Guid.Empty), module == "host" ? ActorKind.System : ActorKind.Module, module, null, null, null, null);
}
