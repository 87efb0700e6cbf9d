namespace UnifiedPlatform.SocialLinkage.Organisations;

/// <summary>The one rule of licence ends: the last day still counts, three months before it the organisation is asked to renew.</summary>
public static class LicenceRules
{
    public const int WarningMonths = 3;

    public static LicenceState StateOn(DateOnly? until, DateOnly today) => until switch
    {
        null => LicenceState.Unknown,
        { } day when day < today => LicenceState.Expired,
        { } day when day <= today.AddMonths(WarningMonths) => LicenceState.Expiring,
        _ => LicenceState.Valid,
    };

    /// <summary>Kind that the code's first two characters state.</summary>
    public static OrganisationKind? KindOf(string code) => code switch
    {
        ['5', '1', ..] => OrganisationKind.Association,
        ['5', '2', ..] => OrganisationKind.ServiceAgency,
        ['5', '3', ..] => OrganisationKind.Foundation,
        ['5', '9', ..] => OrganisationKind.Other,
        _ => null,
    };
}
