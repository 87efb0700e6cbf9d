using UnifiedPlatform.Host.Tests.Data;
using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Host.Tests.Identity;

public sealed class SamplePolicy : AccessPolicy<Sample>
{
    public override string Resource => "sample.thing";

    public override string? TaskType => "sample.thing";
}
