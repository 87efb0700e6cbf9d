using UnifiedModule.Data;
using UnifiedPlatform.Sdk.Parts;

namespace UnifiedModule.Checks;

/// <summary>Does <c>module-id-check@1</c>.</summary>
internal sealed class CheckHandler(DepartmentDbContext database, TimeProvider clock) : PartTaskHandler<CheckTask>(database, clock)
{
    public const string Resource = "module-id.check";

    public override string Capability => "module-id-check@1";

    // The civil-affairs office; its people hold the role DH there.
    protected override string Department => "0203";
}
