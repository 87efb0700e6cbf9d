using UnifiedPlatform.OneWindow;
using UnifiedPlatform.Sdk.Modules;

[assembly: Module("one-window", "公共服务一窗", "One window", Mark = "窗", Hue = "window")]

[assembly: Permission(OneWindowPermissions.CaseView, "查看办件", "View cases", Roles = "CL,CW,DH,SW,PO,VO")]
[assembly: Permission(OneWindowPermissions.CaseCreate, "收件", "Receive cases", Roles = "CL")]
[assembly: Permission(OneWindowPermissions.CaseEdit, "受理、送达、办结", "Accept, deliver and close cases", Roles = "CL")]
[assembly: Permission(OneWindowPermissions.CaseDecide, "作出决定", "Decide cases", Risk = "high", Roles = "DH")]
[assembly: Permission(OneWindowPermissions.CaseAssign, "改派和转办", "Reassign work of others", Roles = "CL,DH")]
[assembly: Permission(OneWindowPermissions.CaseApprove, "审批延期和发布事项", "Approve extensions and publish items", Risk = "high", Roles = "DH")]
[assembly: Permission(OneWindowPermissions.PartView, "查看办件的部分", "View parts of cases", Roles = "CL,DH")]
[assembly: Permission(OneWindowPermissions.PartEdit, "办理办件的部分", "Handle parts of cases", Roles = "DH")]
[assembly: Permission(OneWindowPermissions.ItemView, "查看服务事项", "View service items", Risk = "low", Roles = "CL,CW,DH,SW,PO,VO")]
[assembly: Permission(OneWindowPermissions.RatingView, "查看评价统计", "View rating figures", Risk = "low", Roles = "CL,DH")]

[assembly: Navigation("/cases", "nav.cases", Group = "window", Order = 20, Needs = OneWindowPermissions.CaseView)]
[assembly: Navigation("/queues", "nav.queues", Group = "window", Order = 30, Needs = OneWindowPermissions.CaseView)]
[assembly: Navigation("/items", "nav.items", Group = "window", Order = 40, Needs = OneWindowPermissions.ItemView)]

[assembly: ResidentCard("cases", "/card/{residentId}", "card.title", Order = 10, Needs = OneWindowPermissions.CaseView)]
[assembly: ResidentLink("/cases/new?resident={residentId}", "link.new-case", Key = "F4", Needs = OneWindowPermissions.CaseCreate)]

[assembly: Capability(Capabilities.CounterAside)]
[assembly: Capability(Capabilities.FindResident)]
[assembly: Capability(Capabilities.OpenResident)]
[assembly: Capability("residents:name")]
[assembly: Capability("residents:sex")]
[assembly: Capability("residents:age")]
[assembly: Capability("residents:national-id")]
[assembly: Capability("residents:phone")]
[assembly: Capability("residents:address")]
[assembly: Capability("residents:region")]
[assembly: Capability("residents:hukou")]
[assembly: Capability("residents:documents")]

[assembly: Publishes("one-window.part-requested", 1)]
[assembly: Publishes("one-window.part-changed", 1)]
[assembly: Publishes("one-window.part-ended", 1)]
[assembly: Publishes("one-window.part-report-settled", 1)]
[assembly: Publishes("one-window.case-accepted", 1)]
[assembly: Publishes("one-window.case-decided", 1)]
[assembly: Publishes("one-window.case-closed", 1)]
[assembly: Publishes("one-window.case-withdrawn", 1)]
