using UnifiedPlatform.Sdk.Parts;
using UnifiedPlatform.SocialLinkage.Data;

namespace UnifiedPlatform.SocialLinkage.Assessments;

/// <summary>Does <c>home-assessment@1</c>.</summary>
internal sealed class AssessmentHandler(SocialDbContext database, TimeProvider clock) : PartTaskHandler<AssessmentTask>(database, clock)
{
    public const string Resource = "social-linkage.assessment";

    public override string Capability => "home-assessment@1";

    protected override string Department => SocialLinkageModule.Department;
}
