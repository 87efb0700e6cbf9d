using System.Text.Json.Serialization;
using UnifiedPlatform.OneWindow.Domain.Items;

namespace UnifiedPlatform.OneWindow.Domain.Signing;

/// <summary>Who signs, and how their answers become one (会签 或签 依次 票签).</summary>
[JsonConverter(typeof(SignConverter))]
public abstract record Sign
{
    public const int MaxDepth = 3;

    /// <summary>Everybody; one refusal decides.</summary>
    public sealed record All(IReadOnlyList<Sign> Of) : Sign;

    /// <summary>Whoever is first.</summary>
    public sealed record Any(IReadOnlyList<Sign> Of) : Sign;

    /// <summary>One after the other, each after the agreement of the one before.</summary>
    public sealed record Sequence(IReadOnlyList<Sign> Of) : Sign;

    /// <summary>As many as the quorum.</summary>
    public sealed record Quorum(int Needed, IReadOnlyList<Sign> Of) : Sign;

    /// <summary>A role at an organisation signs.</summary>
    public sealed record ByRole(Unit Unit) : Sign;

    /// <summary>A person signs.</summary>
    public sealed record ByPerson(Guid Person) : Sign;
}
