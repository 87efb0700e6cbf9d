using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Host.Residents.Register;

/// <summary>Who may see whom: by the dwelling's region or grid, or by an open task with the person.</summary>
internal sealed class PersonPolicy : AccessPolicy<Person>
{
    public const string Type = "residents.resident";

    public override string Resource => Type;

    public override IReadOnlyList<string> Resources { get; } = [Type, "residents.card"];

    public override string? TaskType => Type;

    public override System.Linq.Expressions.Expression<Func<Person, bool>> Restrict(Actor actor, IRights rights) => person => person.State != PersonState.Erased;
}
