namespace UnifiedPlatform.SocialLinkage;

/// <summary>Permission ids of the module.</summary>
internal static class SocialPermissions
{
    public const string CommunityView = "social-linkage.community.view";
    public const string OrganisationView = "social-linkage.organisation.view";
    public const string OrganisationEdit = "social-linkage.organisation.edit";
    public const string OrganisationImport = "social-linkage.organisation.import";
    public const string WorkerView = "social-linkage.worker.view";
    public const string WorkerEdit = "social-linkage.worker.edit";
    public const string WorkerImport = "social-linkage.worker.import";
    public const string AssessmentView = "social-linkage.assessment.view";
    public const string AssessmentEdit = "social-linkage.assessment.edit";
}
