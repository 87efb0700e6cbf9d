namespace UnifiedPlatform.SocialLinkage.Assessments;

/// <summary>Services a home visit may advise.</summary>
public enum HomeService
{
    /// <summary>助浴.</summary>
    Bath,

    /// <summary>助餐.</summary>
    Meal,

    /// <summary>助洁.</summary>
    Clean,

    /// <summary>助医.</summary>
    Medical,

    /// <summary>陪伴.</summary>
    Company,
}
