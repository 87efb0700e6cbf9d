using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.Runtime.Data;

/// <summary>A copy of a module's database.</summary>
/// <param name="Path">The file.</param>
/// <param name="Database">What it is a copy of.</param>
internal sealed record BackupFile(string Path, IModuleDatabase Database)
{
    public string Name => System.IO.Path.GetFileName(Path);
}
