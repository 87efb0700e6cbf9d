using System.Text.Json;
using UnifiedPlatform.OneWindow.Domain.Items;
using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.OneWindow.Pages;

/// <summary>Words of service items.</summary>
internal static class ItemWords
{
    private const string Paper = "/material/";

    /// <summary>Title of a field (its pointer) or a paper (its key, or <c>/material/key</c> where both stand in one list).</summary>
    public static string TitleOf(ServiceItem item, string point) =>
        item.Form.Fields.FirstOrDefault(field => field.Path == point)?.Label.ToString()
        ?? item.Materials.FirstOrDefault(material => material.Key == (point.StartsWith(Paper, StringComparison.Ordinal) ? point[Paper.Length..] : point))?.Title.ToString() ?? point;

    /// <summary>A value of a field in words.</summary>
    public static string Say(ServiceItem item, string path, JsonElement value, ITexts texts)
    {
        if (path.StartsWith(Paper, StringComparison.Ordinal)) return texts[$"material-state.{value.GetString()}"];
        var options = item.Form.Fields.FirstOrDefault(field => field.Path == path)?.Options;
        string Option(string key) => options?.FirstOrDefault(option => option.Key == key)?.Text.ToString() ?? key;
        return value.ValueKind switch
        {
            JsonValueKind.String => Option(value.GetString() ?? ""),
            JsonValueKind.True => texts[Keys.Yes],
            JsonValueKind.False => texts[Keys.No],
            JsonValueKind.Array => string.Join(texts[Keys.ListSeparator], value.EnumerateArray().Select(one => Option(one.ToString()))),
            _ => value.ToString(),
        };
    }

    public static string Law(ITexts texts, Law law)
    {
        var name = law.Article is { } article ? texts.Format(Keys.LawArticle, law.Name, article) : texts.Format(Keys.LawName, law.Name);
        return law.Mark == LawMark.U ? texts.Format(Keys.LawUnverified, name) : name;
    }
}
