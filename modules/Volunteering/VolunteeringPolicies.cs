using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Volunteering.Activities;
using UnifiedPlatform.Volunteering.Hours;
using UnifiedPlatform.Volunteering.Volunteers;

namespace UnifiedPlatform.Volunteering;

/// <summary>Volunteers are seen in their community and by the volunteering office.</summary>
internal sealed class VolunteerPolicy : AccessPolicy<Volunteer>
{
    public override string Resource => "volunteering.volunteer";
}

/// <summary>Activities are seen where they take place.</summary>
internal sealed class ActivityPolicy : AccessPolicy<Activity>
{
    public override string Resource => "volunteering.activity";
}

/// <summary>Hours are seen where the volunteer is.</summary>
internal sealed class HoursPolicy : AccessPolicy<HoursRecord>
{
    public override string Resource => "volunteering.hours";
}
