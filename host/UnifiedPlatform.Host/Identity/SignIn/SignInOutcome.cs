namespace UnifiedPlatform.Host.Identity.SignIn;

/// <summary>What became of a sign-in.</summary>
internal enum SignInOutcome
{
    SignedIn,

    /// <summary>The password fits; the time code is still asked.</summary>
    CodeWanted,

    /// <summary>Wrong, unknown, locked or disabled: one answer for all of them.</summary>
    Refused,

    /// <summary>The three officers are not active yet.</summary>
    NotOpenYet,
}
