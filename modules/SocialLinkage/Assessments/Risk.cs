namespace UnifiedPlatform.SocialLinkage.Assessments;

/// <summary>What a home visit can find that endangers the person.</summary>
public enum Risk
{
    /// <summary>跌倒.</summary>
    Fall,

    /// <summary>走失.</summary>
    Wandering,

    /// <summary>用火用电用气.</summary>
    Fire,

    /// <summary>用药.</summary>
    Medication,

    /// <summary>营养.</summary>
    Nutrition,

    /// <summary>情绪.</summary>
    Mood,
}
