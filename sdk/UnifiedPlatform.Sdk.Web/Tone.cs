namespace UnifiedPlatform.Sdk.Web;

/// <summary>What a status means; word and shape say it first, the colour repeats it.</summary>
public enum Tone
{
    /// <summary>Not begun, none.</summary>
    Idle,

    /// <summary>In progress.</summary>
    Info,

    /// <summary>On time, done, running.</summary>
    Ok,

    /// <summary>30 % or two working days left, upgrading, stale.</summary>
    Warn,

    /// <summary>Past the promise but not past the law; blocking.</summary>
    Late,

    /// <summary>Past the law, failed, destructive.</summary>
    Over,

    /// <summary>Clock stopped.</summary>
    Hold,

    /// <summary>A plain word without ground.</summary>
    Plain,
}
