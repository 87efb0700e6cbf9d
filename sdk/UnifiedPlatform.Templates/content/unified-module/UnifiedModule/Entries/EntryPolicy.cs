using UnifiedPlatform.Sdk.Access;

namespace UnifiedModule.Entries;

/// <summary>Entries are seen where they were recorded and by the department that did it.</summary>
internal sealed class EntryPolicy : AccessPolicy<Entry>
{
    public override string Resource => "module-id.entry";
}
