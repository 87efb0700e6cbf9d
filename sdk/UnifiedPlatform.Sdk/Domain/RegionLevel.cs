namespace UnifiedPlatform.Sdk.Domain;

/// <summary>Level of a division; the value is the number of digits of its code.</summary>
public enum RegionLevel
{
    /// <summary>Province, 2 digits.</summary>
    Province = 2,

    /// <summary>City, 4 digits.</summary>
    City = 4,

    /// <summary>County or city district, 6 digits.</summary>
    County = 6,

    /// <summary>Street, town or township, 9 digits.</summary>
    Town = 9,

    /// <summary>Residents' or villagers' committee, 12 digits.</summary>
    Community = 12,
}
