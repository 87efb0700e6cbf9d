namespace UnifiedPlatform.Sdk.Data;

/// <summary>Brings a module's tables to the version of its code. Run by the host before the module starts.</summary>
public interface IModuleMigrator
{
    /// <summary>Names of the migrations the database lacks.</summary>
    /// <exception cref="DatabaseNewerException">The database was written by a newer version.</exception>
    ValueTask<IReadOnlyList<string>> PendingAsync(CancellationToken cancellationToken);

    /// <summary>Applies what is pending, within the time limit; does nothing when nothing is.</summary>
    /// <exception cref="DatabaseNewerException">The database was written by a newer version.</exception>
    ValueTask MigrateAsync(CancellationToken cancellationToken);
}
