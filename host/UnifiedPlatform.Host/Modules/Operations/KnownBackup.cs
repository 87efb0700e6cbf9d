namespace UnifiedPlatform.Host.Modules.Operations;

/// <summary>A backup of a module's data.</summary>
/// <param name="File">Name in the module's folder of backups.</param>
/// <param name="Version">Version that ran on the data when it was made.</param>
/// <param name="At">When; what was written since is not in it.</param>
internal sealed record KnownBackup(string File, string Version, DateTimeOffset At);
