using System.Globalization;
using UnifiedPlatform.Sdk.Protection;

namespace UnifiedPlatform.Host.Residents.Register;

/// <summary>Seals and opens the three fields of a person that never lie in clear.</summary>
public sealed class PersonSecrets(IFieldProtector protector, IBlindIndex blind)
{
    private const string Table = "residents.person", Day = "yyyyMMdd";

    /// <summary>Kind of the paper whose number is a national identity number.</summary>
    public const string IdentityCard = "111";

    public void SetDocument(Person person, string kind, string number)
    {
        person.DocumentKind = kind;
        person.DocumentNumber = protector.Protect(Table, "document_number", person.Id, number);
        person.DocumentKey = KeyOf(kind, number);
    }

    public void SetPhone(Person person, string? phone) => person.Phone = phone is null ? null : protector.Protect(Table, "phone", person.Id, phone);

    public void SetBirth(Person person, DateOnly? birth, DateOnly today)
    {
        person.BirthDate = birth is { } date ? protector.Protect(Table, "birth_date", person.Id, date.ToString(Day, CultureInfo.InvariantCulture)) : null;
        person.BirthYear = birth?.Year;
        person.AgeBand = birth is { } known ? AgeBands.On(known, today) : null;
    }

    public string? Document(Person person) => person.DocumentNumber is { } value ? protector.Unprotect(Table, "document_number", person.Id, value) : null;

    public string? NationalId(Person person) => person.DocumentKind == IdentityCard ? Document(person) : null;

    public string? Phone(Person person) => person.Phone is { } value ? protector.Unprotect(Table, "phone", person.Id, value) : null;

    public DateOnly? Birth(Person person) =>
        person.BirthDate is { } value ? DateOnly.ParseExact(protector.Unprotect(Table, "birth_date", person.Id, value), Day, CultureInfo.InvariantCulture) : null;

    /// <summary>The key under which a number is unique. National numbers are the kind of the blind index; other papers carry their kind before the number.</summary>
    public byte[] KeyOf(string kind, string number) => blind.Unique("id", kind == IdentityCard ? number : kind + ":" + number);
}
