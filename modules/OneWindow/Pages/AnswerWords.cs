using System.Globalization;
using System.Text.Json;
using UnifiedPlatform.Sdk.Counter;
using UnifiedPlatform.Sdk.Text;
using UnifiedPlatform.Sdk.Web;
using UnifiedPlatform.Sdk.Web.Components;
using UnifiedPlatform.Sdk.Web.Forms;

namespace UnifiedPlatform.OneWindow.Pages;

/// <summary>Answers of parts in words and as form fields, both from the schema: <c>x-title</c> and <c>x-options</c> name what it constrains.</summary>
internal static class AnswerWords
{
    public static string Title(JsonShape? property, string name) => Localized(property, "x-title") ?? name;

    public static string Say(JsonShape? property, JsonElement value, ITexts texts, Formats formats) => value.ValueKind switch
    {
        JsonValueKind.True => texts[Keys.Yes],
        JsonValueKind.False => texts[Keys.No],
        JsonValueKind.Array => string.Join(texts[Keys.ListSeparator], value.EnumerateArray().Select(item => Option(property, item.ToString()))),
        JsonValueKind.String when property?.Format == "date" && DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => formats.Day(day),
        JsonValueKind.String => Option(property, value.GetString() ?? ""),
        _ => value.ToString(),
    };

    public static IReadOnlyList<Option> Options(JsonShape property) => [.. (property.Choices ?? property.Items?.Choices ?? []).Select(choice => new Option(choice, Option(property, choice)))];

    public static string NameOf(string property) => "a-" + property;

    /// <summary>Reads the typed answer; what cannot be read joins the form's errors.</summary>
    public static JsonElement Read(JsonShape shape, FormState form, IShell shell, ITexts texts)
    {
        var members = new Dictionary<string, object?>();
        foreach (var (name, property) in shape.Properties)
            if (Value(property, name, form, shell, texts) is { } value) members[name] = value;
        return JsonSerializer.SerializeToElement(members, Domain.Items.ItemReader.Options);
    }

    /// <summary>Says at each field what its schema refuses.</summary>
    public static void Check(JsonShape shape, JsonElement result, FormState form, ITexts texts)
    {
        foreach (var problem in shape.Check(result))
        {
            var name = problem.Pointer.TrimStart('/').Split('/')[0];
            var title = Title(shape.Properties.GetValueOrDefault(name), name);
            form.Errors.Add(NameOf(name), texts.Format(problem.Keyword == "required" ? Keys.NewFill : Keys.NewCheck, title));
        }
    }

    /// <summary>Least and most of a number, for the hint.</summary>
    public static string? Range(JsonShape property, ITexts texts) =>
        property.Schema.TryGetProperty("minimum", out var least) && property.Schema.TryGetProperty("maximum", out var most) ? texts.Format(Keys.FieldRange, least, most) : null;

    private static object? Value(JsonShape property, string name, FormState form, IShell shell, ITexts texts)
    {
        var field = NameOf(name);
        if (property.Type == "array") return form.All(field) is { Count: > 0 } many ? many : null;
        if (form.Optional(field) is not { } typed) return null;
        if (property.Type == "boolean") return typed == "yes";
        if (property.Format == "date") return form.Day(field, shell) is { } day ? Formats.DayIso(day) : null;
        if (property.Type is not ("integer" or "number")) return typed;
        if (decimal.TryParse(typed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return number;
        form.Errors.Add(field, texts.Format(Keys.NewCheck, Title(property, name)));
        return null;
    }

    private static string Option(JsonShape? property, string choice) =>
        property is not null && property.Schema.TryGetProperty("x-options", out var options) && options.TryGetProperty(choice, out var words) ? Read(words) ?? choice : choice;

    private static string? Localized(JsonShape? property, string member) => property is not null && property.Schema.TryGetProperty(member, out var words) ? Read(words) : null;

    private static string? Read(JsonElement words) =>
        words.TryGetProperty("zh", out var zh) && words.TryGetProperty("en", out var en) ? new LocalizedText(zh.GetString() ?? "", en.GetString() ?? "").ToString() : null;
}
