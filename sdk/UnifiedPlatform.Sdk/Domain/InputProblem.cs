namespace UnifiedPlatform.Sdk.Domain;

/// <summary>What is wrong with a typed value.</summary>
public enum InputProblem
{
    /// <summary>Nothing was typed.</summary>
    Missing,

    /// <summary>Too few or too many characters. Arguments: expected, found.</summary>
    Length,

    /// <summary>A character that cannot stand there. Arguments: position.</summary>
    Character,

    /// <summary>A full-width digit or letter. Arguments: position.</summary>
    FullWidth,

    /// <summary>A day no calendar has. Arguments: year, month, day.</summary>
    ImpossibleDate,

    /// <summary>A day later than today. Arguments: year, month, day.</summary>
    FutureDate,

    /// <summary>The check character does not fit the others. Arguments: position, expected character.</summary>
    CheckDigit,

    /// <summary>An old 15-digit number with a serial kept for people over a hundred: its century is not known, so nobody converts it but a person.</summary>
    OldCentury,

    /// <summary>A lower level filled up with zeros instead of left out. Arguments: position.</summary>
    Padded,

    /// <summary>A number of a mobile network nobody has. Arguments: position.</summary>
    Prefix,

    /// <summary>A landline number without its area code.</summary>
    AreaCode,
}
