namespace UnifiedPlatform.PartyBuilding.Members;

/// <summary>Standing of a member (handbook §1.2).</summary>
public enum MemberStatus
{
    /// <summary>预备党员.</summary>
    Probationary,

    /// <summary>正式党员.</summary>
    Full,

    /// <summary>停止党籍.</summary>
    Suspended,

    /// <summary>转出.</summary>
    TransferredOut,

    /// <summary>党籍终止: removed, expelled, resigned, probation cancelled.</summary>
    Ended,

    /// <summary>死亡.</summary>
    Deceased,
}
