namespace UnifiedPlatform.Runtime;

/// <summary>Code that could not be unloaded costs about two megabytes each time and nothing else; a restart of the host frees it.</summary>
/// <param name="Leaked">Generations still held.</param>
/// <param name="Warning">From how many on the administrator is warned.</param>
/// <param name="Limit">From how many on a restart is proposed.</param>
public sealed record LeakBudget(int Leaked, int Warning, int Limit)
{
    /// <summary>Whether the administrator should know.</summary>
    public bool Warns => Leaked >= Warning;

    /// <summary>Whether a restart of the host is proposed.</summary>
    public bool ProposesRestart => Leaked >= Limit;
}
