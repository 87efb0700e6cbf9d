using System.Text.Json;

namespace UnifiedPlatform.Sdk.Lists;

/// <summary>Codes of enums in JSON, query strings, columns and text keys: camelCase.</summary>
public static class Code
{
    /// <summary>The code of a member.</summary>
    public static string Of<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>The member of a code; null: none has it.</summary>
    public static T? Read<T>(string? code) where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
            if (Of(value) == code) return value;
        return null;
    }
}
