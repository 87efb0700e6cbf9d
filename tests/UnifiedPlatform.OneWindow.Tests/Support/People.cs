using UnifiedPlatform.OneWindow.Domain.Cases;

namespace UnifiedPlatform.OneWindow.Tests.Support;

/// <summary>The people of the story.</summary>
internal static class People
{
    public static Acting Clerk { get; } = Person(1, "0001", [], Power.Receive, Power.Edit);

    public static Acting Assessor { get; } = Person(2, "0203", ["assessor"], Power.DoParts);

    public static Acting Eligibility { get; } = Person(3, "0203", ["eligibility"], Power.DoParts);

    public static Acting Head { get; } = Person(4, "0203", ["eligibility-head"], Power.DoParts);

    public static Acting Decider { get; } = Person(5, "0203", ["decider"], Power.Decide);

    public static Acting VolunteerClerk { get; } = Person(6, "0203", ["volunteer-clerk"], Power.DoParts);

    public static Acting PartyClerk { get; } = Person(7, "0101", ["party-clerk"], Power.DoParts);

    public static Acting Stranger { get; } = Person(8, "0301", ["assessor", "decider", "eligibility"], Power.DoParts, Power.Decide);

    /// <summary>The right post in another town.</summary>
    public static Acting Elsewhere { get; } = Person(9, "0203", ["assessor", "decider", "eligibility"], Power.DoParts, Power.Decide) with { Region = "340822102000" };

    /// <summary>Handles parts and decides: the item keeps the two apart.</summary>
    public static Acting Both { get; } = Person(10, "0203", ["eligibility", "eligibility-head", "decider", "assessor"], Power.DoParts, Power.Decide);

    public static Acting Applicant { get; } = new(Guid.Empty, null, null, [], [Power.Applicant]);

    public static IReadOnlyList<(string Name, Acting Acting)> All { get; } =
    [
        ("clerk", Clerk), ("assessor", Assessor), ("eligibility", Eligibility), ("head", Head), ("decider", Decider), ("volunteer-clerk", VolunteerClerk),
        ("party-clerk", PartyClerk), ("stranger", Stranger), ("elsewhere", Elsewhere), ("both", Both), ("applicant", Applicant),
        ("module-social", Module("social-linkage")), ("module-party", Module("party-building")), ("module-volunteering", Module("volunteering")),
    ];

    public static Acting Module(string id) => new(Id(50), null, null, [], [Power.DoParts]) { Module = id };

    public static Guid Id(int n) => new(n, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1);

    private static Acting Person(int n, string org, string[] roles, params Power[] powers) => new(Id(n), org, "340822100000", [.. roles], [.. powers]);
}
