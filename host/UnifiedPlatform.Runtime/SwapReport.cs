namespace UnifiedPlatform.Runtime;

/// <summary>What an activation came to.</summary>
/// <param name="Status">The module afterwards.</param>
/// <param name="From">Version that served before; null: none.</param>
/// <param name="To">Version to activate.</param>
/// <param name="Failure">Why it did not take over; null: it did.</param>
public sealed record SwapReport(ModuleStatus Status, string? From, string To, ModuleFailure? Failure)
{
    /// <summary>Whether the version serves now.</summary>
    public bool Succeeded => Failure is null;

    /// <summary>Time from the start of the new generation to the take-over.</summary>
    public TimeSpan Preparation { get; init; }

    /// <summary>Time in which neither version could take a new request; zero but for <c>reload: maintenance</c>.</summary>
    public TimeSpan Away { get; init; }

    /// <summary>End of the old generation; null: there was none, or the policy did not wait.</summary>
    public UnloadReport? Old { get; init; }

    /// <summary>Backup of the module's database made before its migrations, a file name in the module's folder of backups; null: nothing was to migrate, or none could be made.</summary>
    public string? Backup { get; init; }
}
