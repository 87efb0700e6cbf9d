namespace UnifiedPlatform.OneWindow.Domain.Items;

/// <summary>Whether and for what somebody may act for the applicant.</summary>
public sealed record ProxyRule(bool Allowed, IReadOnlyList<ProxyScope> Scopes);

public enum ProxyScope
{
    Submit,
    Supplement,
    Withdraw,
    Receive,
}

public sealed record RatingRule(int WindowDays);
