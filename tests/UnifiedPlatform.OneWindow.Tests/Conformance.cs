using UnifiedPlatform.Sdk.Testing.Conformance;

namespace UnifiedPlatform.OneWindow.Tests;

public sealed class Conformance : ModuleConformance<OneWindowModule>
{
    // A notice is given to somebody who stands at the counter: the query names the resident.
    protected override IReadOnlyCollection<string> PagesThatNeedMore => ["cases/new/notice"];
}
