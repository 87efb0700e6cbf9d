using System.Text;

namespace UnifiedPlatform.Sdk.Domain;

/// <summary>Tells Han characters of every plane (GB 18030-2022 level 3) and private-use ones, code point by code point.</summary>
public static class HanScript
{
    /// <summary>Whether the code point is a Han character, extensions and compatibility forms included.</summary>
    public static bool IsHan(Rune rune) => rune.Value is
        (>= 0x4E00 and <= 0x9FFF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x20000 and <= 0x3FFFD) or (>= 0xF900 and <= 0xFAFF) or 0x3005 or 0x3007;

    /// <summary>Whether the code point is private use: a character some old system invented, unreadable elsewhere.</summary>
    public static bool IsPrivateUse(Rune rune) => Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.PrivateUse;
}
