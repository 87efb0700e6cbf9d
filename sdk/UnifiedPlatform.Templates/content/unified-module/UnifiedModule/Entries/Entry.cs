using UnifiedPlatform.Sdk.Data;

namespace UnifiedModule.Entries;

/// <summary>Something the department keeps a record of.</summary>
public sealed class Entry : IScoped
{
    /// <summary>Longest title.</summary>
    public const int TitleLength = 100;

    /// <inheritdoc/>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public Scope Scope { get; private set; } = new();

    /// <summary>Raised by each write; two clerks who save the same entry do not overwrite each other.</summary>
    public int Version { get; private set; }

    /// <summary>What it is about.</summary>
    public required string Title { get; init; }

    /// <summary>Day it was recorded.</summary>
    public required DateOnly RecordedOn { get; init; }

    /// <summary>Whether it is closed.</summary>
    public bool Closed { get; private set; }

    /// <summary>Closes it; once closed it stays so.</summary>
    public void Close() => Closed = true;
}
