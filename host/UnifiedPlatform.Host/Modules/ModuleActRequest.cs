namespace UnifiedPlatform.Host.Modules;

/// <summary>An act on a module.</summary>
/// <param name="Reason">Why, in words; required for every act.</param>
/// <param name="Version">Version meant; null: the newest, or for a way back the one before.</param>
/// <param name="RestoreBackup">Whether what was written since the backup may be lost when the version cannot read it.</param>
/// <param name="Confirm">The module's id typed again, for what cannot be undone.</param>
internal sealed record ModuleActRequest(string? Reason = null, string? Version = null, bool RestoreBackup = false, string? Confirm = null);
