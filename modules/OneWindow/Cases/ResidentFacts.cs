using System.Text.Json;
using UnifiedPlatform.Sdk.Residents;

namespace UnifiedPlatform.OneWindow.Cases;

/// <summary>What conditions may ask about a resident.</summary>
internal static class ResidentFacts
{
    public static IReadOnlyDictionary<string, JsonElement> Of(ResidentFields? fields)
    {
        var facts = new Dictionary<string, JsonElement>();
        if (fields is null) return facts;
        if (fields.AgeYears is { } age) facts["ageOn"] = Json(age);
        facts["sex"] = Json(fields.Sex);
        if (fields.HukouRegion is { } hukou) facts["hukou"] = Json(hukou);
        if (fields.Region is { } dwelling) facts["dwelling"] = Json(dwelling);
        if (fields.Grid is { } grid) facts["grid"] = Json(grid);
        facts["documents"] = Json(fields.DocumentKinds);
        return facts;
    }

    private static JsonElement Json(object value) => CaseJson.Element(value);
}
