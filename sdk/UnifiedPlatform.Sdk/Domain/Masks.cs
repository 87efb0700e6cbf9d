using System.Globalization;
using System.Text.RegularExpressions;

namespace UnifiedPlatform.Sdk.Domain;

/// <summary>The masked forms of personal data (handbook §6.9). Those for public notices are the strictest.</summary>
public static partial class Masks
{
    private const char Star = '*';

    /// <summary>First character of each part, the rest stars: <c>张*</c>, <c>欧**</c>, <c>买**·吐**</c>. A name of one character is a star.</summary>
    public static string Name(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var elements = StringInfo.GetTextElementEnumerator(name);
        var masked = new List<string>();
        var first = true;
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            var separator = element is "·" or " ";
            masked.Add(separator || first ? element : "*");
            first = separator;
        }
        return masked.Count == 1 ? "*" : string.Concat(masked);
    }

    /// <summary>For work inside the office: first six and last four, <c>340822********0018</c>.</summary>
    public static string NationalId(string id) => Keep(id, 6, 4);

    /// <summary>For a public notice: first and last only. Notices of aid carry no number at all.</summary>
    public static string NationalIdPublic(string id) => Keep(id, 1, 1);

    /// <summary>Mobile <c>138****5678</c>; a landline keeps its last four.</summary>
    public static string Phone(string phone)
    {
        ArgumentNullException.ThrowIfNull(phone);
        return phone.Length == 11 && phone[0] == '1' ? Keep(phone, 3, 4) : Keep(phone, 0, 4);
    }

    /// <summary>Last four.</summary>
    public static string BankCard(string card) => Keep(card, 0, 4);

    /// <summary>A disability certificate is masked like the identity number it begins with.</summary>
    public static string DisabilityCard(string card) => Keep(card, 6, 4);

    /// <summary>For a public notice: down to the estate; building, unit, floor, room and a lone house number are cut off.</summary>
    public static string AddressPublic(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var building = Building().Match(address);
        return (building.Success ? address[..building.Index] : HouseNumber().Replace(address, "")).TrimEnd(' ', '-', '—');
    }

    // Too short a value shows nothing: what stays open must never be most of it.
    private static string Keep(string value, int head, int tail)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Length < (head + tail) * 3 / 2
            ? new string(Star, value.Length)
            : value[..head] + new string(Star, value.Length - head - tail) + value[^tail..];
    }

    [GeneratedRegex(@"[0-9０-９A-Za-z一二三四五六七八九十甲乙丙丁东西南北]+\s*(号楼|幢|栋|座|单元|楼|层|室|户)")]
    private static partial Regex Building();

    [GeneratedRegex(@"[0-9０-９]+\s*(-\s*[0-9０-９]+\s*)*号?(-[0-9０-９]+)*\s*$")]
    private static partial Regex HouseNumber();
}
