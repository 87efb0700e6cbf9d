namespace UnifiedPlatform.Host.Identity.Data;

/// <summary>Kind of account.</summary>
internal enum AccountKind
{
    Staff,
    Officer,
    Machine,
}
