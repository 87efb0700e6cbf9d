using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.SocialLinkage.Organisations;
using UnifiedPlatform.SocialLinkage.Workers;

namespace UnifiedPlatform.SocialLinkage;

/// <summary>Organisations are seen where they are registered.</summary>
internal sealed class OrganisationPolicy : AccessPolicy<SocialOrganisation>
{
    public override string Resource => "social-linkage.organisation";
}

/// <summary>Social workers are seen in the community they serve.</summary>
internal sealed class WorkerPolicy : AccessPolicy<SocialWorker>
{
    public override string Resource => "social-linkage.worker";
}
