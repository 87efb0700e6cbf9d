using UnifiedPlatform.Runtime;

namespace UnifiedPlatform.Host.Modules.Operations;

/// <summary>Failures that are known to the host alone; their words are <c>module-failure.{code}</c> like those of the runtime.</summary>
internal static class OperationFailures
{
    /// <summary>The host ended while it worked: {0} how often.</summary>
    public const string Interrupted = "interrupted";

    /// <summary>The package lies neither here nor in the database: {0} version.</summary>
    public const string PackageMissing = "package-missing";

    /// <summary>The version cannot read the data: {0} version, {1} lowest that can.</summary>
    public const string BelowFloor = "below-floor";

    /// <summary>The backup is no longer there: {0} file.</summary>
    public const string BackupMissing = "backup-missing";

    /// <summary>Takes effect with the host's next start. Reported by the runtime.</summary>
    public const string RestartNeeded = "restart-needed";

    public static ModuleFailure InterruptedTimes(int attempts) => new(Interrupted, attempts.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
