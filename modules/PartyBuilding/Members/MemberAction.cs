namespace UnifiedPlatform.PartyBuilding.Members;

/// <summary>What a branch decides about a member.</summary>
public enum MemberAction
{
    /// <summary>转正.</summary>
    Confirm,

    /// <summary>延长预备期.</summary>
    ExtendProbation,

    /// <summary>停止党籍.</summary>
    Suspend,

    /// <summary>恢复党籍.</summary>
    Restore,

    /// <summary>转出.</summary>
    TransferOut,

    /// <summary>转入.</summary>
    Return,

    /// <summary>终止.</summary>
    End,

    /// <summary>Recorded on notice of death.</summary>
    RecordDeath,
}
