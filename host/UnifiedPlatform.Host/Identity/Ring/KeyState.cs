namespace UnifiedPlatform.Host.Identity.Ring;

/// <summary>Life of a key in the ring.</summary>
internal enum KeyState
{
    Pending,
    Active,
    DecryptOnly,
    Destroyed,
}
