using UnifiedPlatform.Sdk.Modules;
using UnifiedPlatform.Volunteering;

[assembly: Module("volunteering", "志愿服务", "Volunteering", Mark = "志", Hue = "volunteer")]

[assembly: Permission(VolunteeringPermissions.VolunteerView, "查看志愿者", "View volunteers", Roles = "VO,CL,CW")]
[assembly: Permission(VolunteeringPermissions.VolunteerEdit, "维护志愿者", "Edit volunteers", Roles = "VO")]
[assembly: Permission(VolunteeringPermissions.VolunteerImport, "导入志愿者", "Import volunteers", Risk = "high", Roles = "VO,MI")]
[assembly: Permission(VolunteeringPermissions.ActivityView, "查看活动", "View activities", Risk = "low", Roles = "VO,CL,CW,MI")]
[assembly: Permission(VolunteeringPermissions.ActivityEdit, "维护活动和报名", "Edit activities and sign-up", Roles = "VO,MI")]
[assembly: Permission(VolunteeringPermissions.HoursView, "查看服务时间", "View hours", Roles = "VO,CW")]
[assembly: Permission(VolunteeringPermissions.HoursEdit, "登记服务时间", "Propose hours", Roles = "VO,CW")]
[assembly: Permission(VolunteeringPermissions.HoursApprove, "确认和锁定服务时间", "Confirm and lock hours", Roles = "VO")]
[assembly: Permission(VolunteeringPermissions.PairingView, "查看结对任务", "View pairing tasks", Roles = "VO")]
[assembly: Permission(VolunteeringPermissions.PairingEdit, "办理结对任务", "Handle pairing tasks", Roles = "VO")]

[assembly: Navigation("/pairings", "nav.pairings", Group = "business", Order = 30, Needs = VolunteeringPermissions.PairingView)]
[assembly: Navigation("/hours", "nav.hours", Group = "business", Order = 31, Needs = VolunteeringPermissions.HoursView)]
[assembly: Navigation("/activities", "nav.activities", Group = "business", Order = 32, Needs = VolunteeringPermissions.ActivityView)]
[assembly: Navigation("/volunteers", "nav.volunteers", Group = "records", Order = 30, Needs = VolunteeringPermissions.VolunteerView)]

[assembly: Capability("residents:name")]
[assembly: Capability("residents:age")]
[assembly: Capability("residents:address")]
[assembly: Capability("residents:region")]
[assembly: Capability(Capabilities.Settings)]
[assembly: Capability(Capabilities.FindResident)]

[assembly: ResidentCard("volunteer", "/card/{residentId}", "card.title", Order = 30, Needs = VolunteeringPermissions.VolunteerView)]
[assembly: ResidentFact("volunteer", "志愿者", "Volunteer")]

[assembly: PartCapability("volunteer-pairing", Major = 1, Answer = "Topics/volunteer-pairing.v1.schema.json", Page = "/parts/{part}")]
[assembly: Publishes("volunteering.hours-locked", 1)]
[assembly: Publishes("volunteering.part-reported", 1)]
[assembly: Publishes("volunteering.resident-fact-changed", 1)]
