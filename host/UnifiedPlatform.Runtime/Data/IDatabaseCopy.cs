using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.Runtime.Data;

/// <summary>Copies the tables of one owner to a file while they are in use.</summary>
internal interface IDatabaseCopy
{
    /// <summary>Kind of database it copies.</summary>
    DatabaseKind Kind { get; }

    /// <summary>Ending of the file's name.</summary>
    string Extension { get; }

    /// <summary>Whether there is anything to copy.</summary>
    Task<bool> HasTablesAsync(IModuleDatabase database, CancellationToken cancellationToken);

    /// <summary>Copies. False: it cannot be done here, and the log says why.</summary>
    Task<bool> CopyAsync(IModuleDatabase database, string file, CancellationToken cancellationToken);

    /// <summary>Puts a copy back. False: that is the administrator's to do.</summary>
    Task<bool> RestoreAsync(IModuleDatabase database, string file, CancellationToken cancellationToken);
}
