using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Counter;

namespace UnifiedPlatform.Sdk.Testing;

/// <summary>Keeps what a module says to the counter, for <see cref="ModuleBench"/>.</summary>
public sealed class BenchCounter : ICounter
{
    /// <summary>Kinds of reports in order: <c>taken answered fix-asked declined</c>.</summary>
    public List<string> Said { get; } = [];

    /// <summary>The last answer; null: none yet.</summary>
    public PartAnswer? LastAnswer { get; private set; }

    /// <summary>What <see cref="ReadAsync"/> gives; null: the grant has ended.</summary>
    public PartInput? Input { get; set; }

    /// <inheritdoc/>
    public void Take(PartRef part, AccountId account) => Said.Add("taken");

    /// <inheritdoc/>
    public void Answer(PartRef part, PartAnswer answer)
    {
        Said.Add("answered");
        LastAnswer = answer;
    }

    /// <inheritdoc/>
    public void AskFix(PartRef part, IReadOnlyList<FixPoint> points) => Said.Add("fix-asked");

    /// <inheritdoc/>
    public void Decline(PartRef part, string reason) => Said.Add("declined");

    /// <inheritdoc/>
    public ValueTask<PartInput?> ReadAsync(PartRef part, string purpose, CancellationToken cancellationToken) => new(Input);
}
