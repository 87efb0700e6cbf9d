namespace UnifiedPlatform.Host.Residents.Register;

/// <summary>Permissions of this room.</summary>
public static class ResidentPermissions
{
    /// <summary>The masked minimal card, county-wide at a counter.</summary>
    public const string Card = "residents.card.view";

    public const string View = "residents.resident.view";

    public const string Create = "residents.resident.create";

    public const string Edit = "residents.resident.edit";

    public const string Reveal = "residents.resident.reveal";

    public const string Import = "residents.resident.import";
}
