namespace UnifiedPlatform.Volunteering.Activities;

/// <summary>What an organiser does with an activity.</summary>
public enum ActivityAction
{
    /// <summary>Opens the sign-up.</summary>
    Publish,

    /// <summary>Declares it over.</summary>
    Finish,

    /// <summary>Calls it off.</summary>
    Cancel,
}
