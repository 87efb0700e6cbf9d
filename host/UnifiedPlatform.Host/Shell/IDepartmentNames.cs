using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.Host.Shell;

/// <summary>Says which department a four-digit organisation code means. Implemented by the room that keeps the organisation.</summary>
internal interface IDepartmentNames
{
    /// <summary>Name; null: no such department.</summary>
    LocalizedText? NameOf(string code);
}
