using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.PartyBuilding.Organisations;

/// <summary>A committee, general branch or branch in the tree of the town.</summary>
public sealed class PartyOrganisation : IScoped
{
    public const int NameLength = 80;

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Scope Scope { get; private set; } = new();
    public int Version { get; private set; }

    /// <summary>Code unique in the installation: parent's code, a point, three digits.</summary>
    public required string Code { get; init; }
    public Guid? ParentId { get; init; }
    public required OrganisationType Type { get; init; }
    public required string Name { get; set; }

    /// <summary>Resident who is secretary; null: the seat is empty.</summary>
    public Guid? SecretaryId { get; set; }
    public DateOnly? FoundedOn { get; set; }
    public DateOnly? TermEndsOn { get; private set; }

    /// <summary>Recomputed with each change and every night, so that the due list is one indexed read.</summary>
    public TermState TermState { get; private set; }

    public void EndTermOn(DateOnly? day, DateOnly today)
    {
        TermEndsOn = day;
        Remind(today);
    }

    /// <summary>True: the state is another one today.</summary>
    public bool Remind(DateOnly today)
    {
        var before = TermState;
        TermState = Term.StateOn(TermEndsOn, today);
        return before != TermState;
    }
}
