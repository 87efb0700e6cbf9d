namespace UnifiedPlatform.Host.Modules.Data;

/// <summary>How far the data of a module went: no version below the floor can read them. Stays when the module is removed, as its data do.</summary>
internal sealed class DataMark
{
    /// <summary>Module id.</summary>
    public required string Module { get; init; }

    /// <summary>Newest version that ran on the data.</summary>
    public required string Version { get; set; }

    /// <summary>Lowest version able to run on them.</summary>
    public required string Floor { get; set; }

    public required DateTimeOffset At { get; set; }
}
