using UnifiedPlatform.Sdk.Modules;
using UnifiedPlatform.SocialLinkage;

[assembly: Module("social-linkage", "三社联动", "Social linkage", Mark = "社", Hue = "social")]

[assembly: Permission(SocialPermissions.CommunityView, "查看社区概况", "View communities", Risk = "low", Roles = "SW,CW")]
[assembly: Permission(SocialPermissions.OrganisationView, "查看社会组织", "View social organisations", Risk = "low", Roles = "SW,CW")]
[assembly: Permission(SocialPermissions.OrganisationEdit, "维护社会组织", "Edit social organisations", Roles = "SW")]
[assembly: Permission(SocialPermissions.OrganisationImport, "导入社会组织", "Import social organisations", Roles = "SW,MI")]
[assembly: Permission(SocialPermissions.WorkerView, "查看社会工作者", "View social workers", Roles = "SW,CW")]
[assembly: Permission(SocialPermissions.WorkerEdit, "维护社会工作者", "Edit social workers", Roles = "SW")]
[assembly: Permission(SocialPermissions.WorkerImport, "导入社会工作者", "Import social workers", Risk = "high", Roles = "SW,MI")]
[assembly: Permission(SocialPermissions.AssessmentView, "查看上门评估", "View home assessments", Risk = "high", Roles = "SW")]
[assembly: Permission(SocialPermissions.AssessmentEdit, "办理上门评估", "Handle home assessments", Risk = "high", Roles = "SW")]

[assembly: Navigation("/assessments", "nav.assessments", Group = "business", Order = 20, Needs = SocialPermissions.AssessmentView)]
[assembly: Navigation("/communities", "nav.communities", Group = "records", Order = 20, Needs = SocialPermissions.CommunityView)]
[assembly: Navigation("/organisations", "nav.organisations", Group = "records", Order = 21, Needs = SocialPermissions.OrganisationView)]
[assembly: Navigation("/workers", "nav.workers", Group = "records", Order = 22, Needs = SocialPermissions.WorkerView)]

[assembly: Capability("residents:name")]
[assembly: Capability("residents:address")]
[assembly: Capability(Capabilities.FindResident)]

[assembly: ResidentCard("assessments", "/card/{residentId}", "card.title", Order = 20, Needs = SocialPermissions.AssessmentView)]

[assembly: PartCapability("home-assessment", Major = 1, Answer = "Topics/home-assessment.v1.schema.json", Page = "/parts/{part}")]
[assembly: Publishes("social-linkage.part-reported", 1)]
