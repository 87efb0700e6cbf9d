using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using UnifiedPlatform.OneWindow.Cases;
using UnifiedPlatform.OneWindow.Domain.Items;
using UnifiedPlatform.Sdk.Residents;
using UnifiedPlatform.Sdk.Web.Forms;

namespace UnifiedPlatform.OneWindow.Pages;

/// <summary>What the page of a correction shows: the fields that are open, and the rest as it stands.</summary>
/// <param name="File">The case.</param>
/// <param name="Open">What was asked; null: nothing, it may be asked now.</param>
/// <param name="Fields">Fields that may be typed anew.</param>
/// <param name="Values">What the case holds, by field.</param>
internal sealed record CorrectionSheet(CaseFileView File, OpenCorrection? Open, IReadOnlyList<Field> Fields, IReadOnlyDictionary<string, DossierValue> Values)
{
    /// <summary>Papers that were asked for.</summary>
    public IReadOnlyList<MaterialView> Papers => [.. File.Case.Materials.Where(material => Open?.Points.Contains(material.Key) == true)];

    /// <summary>A masked value, which is shown and typed anew, never edited; null: the field shows what it holds.</summary>
    public SourcedValue? Masked(Field field) => Values.GetValueOrDefault(field.Path) is { Kept: true } kept && kept.Value.GetString() is { } text && text.Contains('*', StringComparison.Ordinal)
        ? new SourcedValue(text, true, kept.Source, kept.AsOf) : null;

    /// <summary>The form before anybody types: what the case holds.</summary>
    public FormState Typed() => new(new FormCollection(Fields.Where(field => Masked(field) is null && Values.ContainsKey(field.Path)).ToDictionary(field => ItemForm.NameOf(field.Path), field => Text(Values[field.Path].Value))));

    private static StringValues Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => "yes",
        JsonValueKind.False => "no",
        JsonValueKind.Array => new StringValues([.. value.EnumerateArray().Select(one => one.ToString())]),
        JsonValueKind.Number => value.GetDecimal().ToString(CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
