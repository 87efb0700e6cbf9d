namespace UnifiedPlatform.SocialLinkage.Organisations;

/// <summary>What happens to a licence.</summary>
public enum OrganisationAction
{
    /// <summary>A new last day.</summary>
    Renew,

    /// <summary>Dissolution.</summary>
    End,
}
