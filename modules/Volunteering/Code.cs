namespace UnifiedPlatform.Volunteering;

/// <summary>Codes of enums in JSON, columns and text keys: camelCase.</summary>
internal static class Code
{
    public static string Of<T>(T value) where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    /// <summary>Null: the code is none of the enum's.</summary>
    public static T? Read<T>(string? code) where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
            if (Of(value) == code) return value;
        return null;
    }
}
