using System.Globalization;
using Microsoft.Extensions.Logging;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime.Data;

/// <summary>Copies of a module's database in <c>modules/{id}/backups</c>, the newest few of them.</summary>
internal sealed class Backups(ModuleRuntimeOptions options, IEnumerable<IDatabaseCopy> copies, TimeProvider clock, ILogger<Backups> logger)
{
    private const string Folder = "backups";

    /// <summary>Copies the database; null: there is nothing in it, or it cannot be copied here.</summary>
    public async Task<BackupFile?> MakeAsync(IModuleDatabase database, ModuleInfo info, CancellationToken cancellationToken)
    {
        var copy = copies.First(candidate => candidate.Kind == database.Kind);
        if (!await copy.HasTablesAsync(database, cancellationToken)) return null;
        var folder = Path.Combine(info.DataFolder, Folder);
        Directory.CreateDirectory(folder);
        var stamp = clock.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var file = Path.Combine(folder, $"{stamp}-before-{info.Version}{copy.Extension}");
        // A name of its own until it is whole: a file that stands here can be restored.
        var draft = file + ".part";
        File.Delete(draft);
        if (!await copy.CopyAsync(database, draft, cancellationToken)) return null;
        File.Move(draft, file, overwrite: true);
        logger.LogInformation("The database of module {Module} is copied to {File}.", info.Id, Path.GetFileName(file));
        Forget(folder);
        return new BackupFile(file, database);
    }

    /// <summary>Puts the copy back after a version that was to stand in did not start.</summary>
    public async Task RestoreAsync(BackupFile backup, CancellationToken cancellationToken)
    {
        var copy = copies.First(candidate => candidate.Kind == backup.Database.Kind);
        if (await copy.RestoreAsync(backup.Database, backup.Path, cancellationToken)) logger.LogWarning("The database of module {Module} is back at {File}.", backup.Database.Owner, backup.Name);
        else logger.LogError("The database of module {Module} was migrated; restore {File} before the version before it can start.", backup.Database.Owner, backup.Name);
    }

    private void Forget(string folder)
    {
        foreach (var old in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).SkipLast(options.KeptBackups).ToArray()) File.Delete(old);
    }
}
