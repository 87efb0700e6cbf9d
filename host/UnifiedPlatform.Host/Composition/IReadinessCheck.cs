namespace UnifiedPlatform.Host.Composition;

/// <summary>One reason why <c>/health/ready</c> may answer 503. Registered by the room it speaks for.</summary>
public interface IReadinessCheck
{
    /// <summary>Name of the check, e.g. <c>storage</c>.</summary>
    string Name { get; }

    /// <summary>What is wrong, without personal data; null: ready.</summary>
    ValueTask<string?> ProblemAsync(CancellationToken cancellationToken);
}
