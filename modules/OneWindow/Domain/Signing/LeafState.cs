namespace UnifiedPlatform.OneWindow.Domain.Signing;

/// <summary>State of one signature.</summary>
public enum LeafState
{
    Waiting,
    Active,
    Answered,

    /// <summary>Somebody else's answer made this one needless.</summary>
    Superseded,
}
