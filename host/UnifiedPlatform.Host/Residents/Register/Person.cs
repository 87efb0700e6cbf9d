using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.Host.Residents.Register;

/// <summary>A person of the register, kept where the person lives. Numbers, phone and birth date are sealed; name, sex, birth year and address are readable.</summary>
public sealed class Person : IScoped
{
    public required Guid Id { get; init; }

    /// <summary>Region and grid of the dwelling.</summary>
    public Scope Scope { get; private set; } = new();

    public int Version { get; private set; }

    /// <summary>Name as written.</summary>
    public required string Name { get; set; }

    /// <summary>How the person says the name, syllables apart; null: as usual.</summary>
    public string? Pinyin { get; set; }

    /// <summary>GA/T 2000.156 kind of the identity paper; null: none.</summary>
    public string? DocumentKind { get; set; }

    /// <summary>Sealed number of that paper.</summary>
    public byte[]? DocumentNumber { get; set; }

    /// <summary>Keyed hash of kind and number; unique unless <see cref="Disputed"/>.</summary>
    public byte[]? DocumentKey { get; set; }

    /// <summary>The number is claimed by two people and a person must look (handbook §6.1).</summary>
    public bool Disputed { get; set; }

    /// <summary>GB/T 2261.1 code.</summary>
    public required string Sex { get; set; }

    /// <summary>Sealed birth date, eight digits.</summary>
    public byte[]? BirthDate { get; set; }

    public int? BirthYear { get; set; }

    /// <summary>Band of ages, renewed every day, so that no birth date is opened to ask for rights.</summary>
    public string? AgeBand { get; set; }

    /// <summary>Sealed phone, digits only. Never unique: a child's number often stands for the parents'.</summary>
    public byte[]? Phone { get; set; }

    /// <summary>Region where the household is registered; null: unknown.</summary>
    public string? HukouRegion { get; set; }

    public Guid? AddressId { get; set; }

    public PersonState State { get; set; } = PersonState.Present;

    /// <summary>Where each field came from and when it was last confirmed.</summary>
    public FieldSources Sources { get; set; } = FieldSources.None;

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Raised by every change that the index must see, also one in a household or tag.</summary>
    public required DateTimeOffset ChangedAt { get; set; }
}
