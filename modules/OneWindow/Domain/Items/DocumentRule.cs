namespace UnifiedPlatform.OneWindow.Domain.Items;

/// <summary>A document the item issues on an event.</summary>
public sealed record DocumentRule(DocumentKind Kind, string On, string Template, bool Seal, bool Public = false);

/// <summary>Kinds of documents by their two letters.</summary>
public enum DocumentKind
{
    /// <summary>收件凭证.</summary>
    SJ,

    /// <summary>受理通知书.</summary>
    SL,

    /// <summary>容缺.</summary>
    RQ,

    /// <summary>补正.</summary>
    BZ,

    /// <summary>不予受理.</summary>
    BS,

    /// <summary>不需办理.</summary>
    BX,

    /// <summary>延期.</summary>
    YQ,

    /// <summary>特别程序.</summary>
    TX,

    /// <summary>准予.</summary>
    ZY,

    /// <summary>不予许可.</summary>
    BJ,

    /// <summary>证照.</summary>
    ZZ,

    /// <summary>送达回证.</summary>
    SD,

    /// <summary>转送.</summary>
    ZS,

    /// <summary>撤回.</summary>
    CX,

    /// <summary>终止.</summary>
    ZT,

    /// <summary>注销.</summary>
    ZX,
}
