namespace UnifiedPlatform.Runtime;

/// <summary>How a version takes over.</summary>
public sealed record SwapPolicy
{
    /// <summary>What is usual.</summary>
    public static SwapPolicy Default { get; } = new();

    /// <summary>How long requests and streams of the old version run on unasked before its stop token is given; null: the host's setting.</summary>
    public TimeSpan? SoftLimit { get; init; }

    /// <summary>When what still runs of the old version is cut off, counted from the take-over; null: the host's setting.</summary>
    public TimeSpan? HardLimit { get; init; }

    /// <summary>Whether the module's data may have been written by a newer version: a way back above the floor that version declares.</summary>
    public bool AcceptsNewerData { get; init; }

    /// <summary>For a package that ran here before and comes back with its host: routes are built and checked, and self-tests run, after this task and after the take-over, or at the first request. Null: before the take-over, as for every new version.</summary>
    public Task? WarmsAfter { get; init; }

    /// <summary>Whether the report waits until the old version is drained and its code proven gone. False: the report comes with the take-over, the rest follows.</summary>
    public bool WaitsForEnd { get; init; } = true;
}
