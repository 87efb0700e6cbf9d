using UnifiedModule;
using UnifiedPlatform.Sdk.Modules;

[assembly: Module("module-id", "UnifiedModule", "UnifiedModule", Mark = "模", Publisher = "module-publisher")]

#if (database)
[assembly: Permission(Permissions.View, "查看登记", "View entries", Risk = "low", Roles = "CL,DH")]
[assembly: Permission(Permissions.Edit, "办理登记", "Edit entries", Roles = "CL,DH")]
[assembly: Publishes("module-id.entry-added", 1)]
#else
[assembly: Permission(Permissions.View, "查看今天", "View the day", Risk = "low", Roles = "CL,DH")]
#endif
#if (withEntriesPage)
[assembly: Navigation("/entries", "nav.entries", Group = "business", Order = 50, Needs = Permissions.View)]
#endif
#if (withTodayPage)
[assembly: Navigation("/today", "nav.today", Group = "business", Order = 50, Needs = Permissions.View)]
#endif
#if (withPart)
[assembly: Permission(Permissions.CheckView, "查看核查任务", "View checks", Roles = "DH")]
[assembly: Permission(Permissions.CheckEdit, "办理核查任务", "Handle checks", Roles = "DH")]
[assembly: Navigation("/checks", "nav.checks", Group = "business", Order = 51, Needs = Permissions.CheckView)]
[assembly: Capability("residents:name")]
[assembly: Capability("residents:address")]
[assembly: PartCapability("module-id-check", Major = 1, Answer = "Topics/module-id-check.v1.schema.json", Page = "/parts/{part}")]
[assembly: Publishes("module-id.part-reported", 1)]
#endif
