namespace UnifiedPlatform.Host.Identity.Data;

/// <summary>Life of an account.</summary>
internal enum AccountState
{
    Invited,
    Active,
    Disabled,
}
