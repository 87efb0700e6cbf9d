namespace UnifiedPlatform.Volunteering;

/// <summary>Permission ids of the module.</summary>
internal static class VolunteeringPermissions
{
    public const string VolunteerView = "volunteering.volunteer.view";
    public const string VolunteerEdit = "volunteering.volunteer.edit";
    public const string VolunteerImport = "volunteering.volunteer.import";
    public const string ActivityView = "volunteering.activity.view";
    public const string ActivityEdit = "volunteering.activity.edit";
    public const string HoursView = "volunteering.hours.view";
    public const string HoursEdit = "volunteering.hours.edit";
    public const string HoursApprove = "volunteering.hours.approve";
    public const string PairingView = "volunteering.pairing.view";
    public const string PairingEdit = "volunteering.pairing.edit";
}
