namespace UnifiedPlatform.Sdk.Domain;

/// <summary>Kind of value a fault speaks about.</summary>
public enum InputKind
{
    /// <summary><see cref="Domain.NationalId"/>.</summary>
    NationalId,

    /// <summary><see cref="Domain.UnifiedSocialCreditCode"/>.</summary>
    CreditCode,

    /// <summary><see cref="RegionCode"/>.</summary>
    Region,

    /// <summary><see cref="GridCode"/>.</summary>
    Grid,

    /// <summary><see cref="PhoneNumber"/>.</summary>
    Phone,

    /// <summary><see cref="PersonName"/>.</summary>
    Name,

    /// <summary><see cref="Domain.CaseNumber"/>.</summary>
    CaseNumber,

    /// <summary><see cref="Domain.DocumentNumber"/>.</summary>
    DocumentNumber,

    /// <summary><see cref="Domain.QueryCode"/>.</summary>
    QueryCode,
}
