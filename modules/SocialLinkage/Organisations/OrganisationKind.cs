namespace UnifiedPlatform.SocialLinkage.Organisations;

/// <summary>Kind of social organisation; the first two characters of its code tell it (handbook §6.3).</summary>
public enum OrganisationKind
{
    /// <summary>社会团体, 51.</summary>
    Association,

    /// <summary>民办非企业单位 (社会服务机构), 52.</summary>
    ServiceAgency,

    /// <summary>基金会, 53.</summary>
    Foundation,

    /// <summary>其他, 59.</summary>
    Other,
}
