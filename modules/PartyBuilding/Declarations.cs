using UnifiedPlatform.PartyBuilding;
using UnifiedPlatform.Sdk.Modules;

[assembly: Module("party-building", "党建", "Party building", Mark = "党", Hue = "party")]

[assembly: Permission(PartyPermissions.OrganisationView, "查看党组织", "View Party organisations", Risk = "low", Roles = "PO,MI")]
[assembly: Permission(PartyPermissions.OrganisationEdit, "维护党组织", "Edit Party organisations", Roles = "PO,MI")]
[assembly: Permission(PartyPermissions.MemberView, "查看党员", "View Party members", Risk = "high", Roles = "PO")]
[assembly: Permission(PartyPermissions.MemberEdit, "维护党员", "Edit Party members", Risk = "high", Roles = "PO")]
[assembly: Permission(PartyPermissions.MemberImport, "导入党员", "Import Party members", Risk = "high", Roles = "PO,MI")]
[assembly: Permission(PartyPermissions.ContactView, "查看党员联系任务", "View contact tasks", Roles = "PO")]
[assembly: Permission(PartyPermissions.ContactEdit, "办理党员联系任务", "Handle contact tasks", Roles = "PO")]

[assembly: Navigation("/contacts", "nav.contacts", Group = "business", Order = 10, Needs = PartyPermissions.ContactView)]
[assembly: Navigation("/organisations", "nav.organisations", Group = "records", Order = 10, Needs = PartyPermissions.OrganisationView)]
[assembly: Navigation("/members", "nav.members", Group = "records", Order = 11, Needs = PartyPermissions.MemberView)]

[assembly: Capability("residents:name")]
[assembly: Capability("residents:sex")]
[assembly: Capability("residents:age")]
[assembly: Capability("residents:address")]
[assembly: Capability("residents:region")]
[assembly: Capability(Capabilities.FindResident)]

[assembly: ResidentCard("membership", "/card/{residentId}", "card.title", Order = 40, Needs = PartyPermissions.MemberView)]
[assembly: ResidentFact("party-member", "党员", "Party member", Needs = PartyPermissions.MemberView)]

[assembly: PartCapability("party-contact", Major = 1, Answer = "Topics/party-contact.v1.schema.json", Page = "/parts/{part}")]
[assembly: Publishes("party-building.part-reported", 1)]
[assembly: Publishes("party-building.resident-fact-changed", 1)]
