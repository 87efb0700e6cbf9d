namespace UnifiedPlatform.Sdk.Domain;

/// <summary>Sex by GB/T 2261.1. The document rules; the 17th digit of an identity number is only a hint.</summary>
public enum Sex
{
    /// <summary>0 unknown.</summary>
    Unknown = 0,

    /// <summary>1 male.</summary>
    Male = 1,

    /// <summary>2 female.</summary>
    Female = 2,

    /// <summary>9 not stated.</summary>
    NotStated = 9,
}
