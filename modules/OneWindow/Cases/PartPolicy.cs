using UnifiedPlatform.OneWindow.Data;
using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.OneWindow.Cases;

/// <summary>Who sees and does parts.</summary>
internal sealed class PartPolicy : AccessPolicy<PartRow>
{
    public const string Type = "one-window.part";

    public override string Resource => Type;

    public override string TaskType => Type;
}
