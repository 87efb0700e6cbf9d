namespace UnifiedPlatform.Volunteering.Volunteers;

/// <summary>What a volunteer offers; the first five are the services a home assessment advises.</summary>
public enum Skill
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

    /// <summary>代办跑腿.</summary>
    Errands,

    /// <summary>维修.</summary>
    Repair,

    /// <summary>急救.</summary>
    FirstAid,

    /// <summary>辅导.</summary>
    Tutoring,
}
