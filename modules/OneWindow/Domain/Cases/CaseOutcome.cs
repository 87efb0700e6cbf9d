namespace UnifiedPlatform.OneWindow.Domain.Cases;

public enum CaseOutcome
{
    Granted,
    Refused,
    PartlyGranted,
}
