using UnifiedPlatform.Runtime.Data;

namespace UnifiedPlatform.Runtime.Generations;

/// <summary>A generation that does not serve yet.</summary>
internal sealed class Candidate(Generation generation)
{
    public Generation Generation { get; } = generation;

    /// <summary>The copy of the database made before it was migrated; null: none.</summary>
    public BackupFile? Backup { get; set; }
}
