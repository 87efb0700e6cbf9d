namespace UnifiedPlatform.SocialLinkage.Organisations;

public sealed record OrganisationView(Guid Id, string Uscc, string Name, OrganisationKind Kind, string? Region, DateOnly? LicenceUntil, LicenceState Licence, IReadOnlyList<OrganisationAction> Possible, int Version)
{
    public static OrganisationView Of(SocialOrganisation x) => new(x.Id, x.Uscc, x.Name, x.Kind, x.Scope.Region, x.LicenceUntil, x.Licence, x.Possible, x.Version);
}
