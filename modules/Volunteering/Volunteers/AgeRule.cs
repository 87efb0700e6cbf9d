namespace UnifiedPlatform.Volunteering.Volunteers;

/// <summary>What age allows (handbook §4.4): nothing below 8, with a guardian's consent from 8 to 17, alone from 18. An unknown age is asked for, never guessed.</summary>
public enum AgeRule
{
    /// <summary>The register knows no age.</summary>
    Unknown,

    /// <summary>Below 8: no legal capacity.</summary>
    TooYoung,

    /// <summary>8 to 17 without a guardian's consent.</summary>
    ConsentMissing,

    /// <summary>8 to 17 with consent: no dangerous posts, none at night, no pairing with a household.</summary>
    Minor,

    /// <summary>18 and over.</summary>
    Adult,
}
