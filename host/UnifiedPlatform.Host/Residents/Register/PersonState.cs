namespace UnifiedPlatform.Host.Residents.Register;

/// <summary>Whether the person is there.</summary>
public enum PersonState
{
    /// <summary>Lives where the record says.</summary>
    Present,

    /// <summary>Has moved away; the record stays.</summary>
    MovedOut,

    /// <summary>Has died; the record stays for the relatives' rights.</summary>
    Dead,

    /// <summary>Erased: nothing is found any more.</summary>
    Erased,
}
