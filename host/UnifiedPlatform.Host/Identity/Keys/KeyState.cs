namespace UnifiedPlatform.Host.Identity.Keys;

/// <summary>Life of a key in the ring.</summary>
internal enum KeyState
{
    Pending,
    Active,
    DecryptOnly,
    Destroyed,
}
