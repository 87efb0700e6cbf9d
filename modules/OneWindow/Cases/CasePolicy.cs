using UnifiedPlatform.OneWindow.Data;
using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.OneWindow.Cases;

/// <summary>Who sees cases: by region, department or ownership, or for the time of a task.</summary>
internal sealed class CasePolicy : AccessPolicy<CaseRow>
{
    public const string Type = "one-window.case";

    public override string Resource => Type;

    public override string TaskType => Type;
}
