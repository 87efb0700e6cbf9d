using System.Text.Json;
using System.Text.Json.Nodes;
using UnifiedPlatform.OneWindow.Domain.Expressions;
using UnifiedPlatform.OneWindow.Domain.Items;

namespace UnifiedPlatform.OneWindow.Cases;

/// <summary>What the applicant declared: answers to the questions, values of the form with where they come from, and the resident's facts of that day.</summary>
internal sealed record Dossier(IReadOnlyDictionary<string, JsonElement> Questions, IReadOnlyList<DossierValue> Values, IReadOnlyDictionary<string, JsonElement> Resident)
{
    /// <summary>The values as one document.</summary>
    public JsonElement Form()
    {
        var root = new JsonObject();
        foreach (var value in Values)
        {
            var (at, path) = (root, Pointer.Split(value.Path));
            foreach (var piece in path.SkipLast(1)) at = (JsonObject)(at[piece] ??= new JsonObject());
            at[path[^1]] = JsonNode.Parse(value.Value.GetRawText());
        }
        return JsonSerializer.SerializeToElement(root);
    }

    /// <summary>The dossier with some values given anew.</summary>
    public Dossier With(IEnumerable<DossierValue> given)
    {
        var anew = given.ToList();
        return this with { Values = [.. Values.Where(value => anew.All(other => other.Path != value.Path)), .. anew] };
    }

    /// <summary>Fields whose value is another than before.</summary>
    public IReadOnlySet<string> ChangedFrom(Dossier before) => Values
        .Where(value => !before.Values.Any(old => old.Path == value.Path && JsonElement.DeepEquals(old.Value, value.Value))).Select(value => value.Path).ToHashSet();

    /// <summary>The dossier with the values of the sections the item asks for in this case, and no others.</summary>
    public Dossier OfAsked(ServiceItem item, DateOnly day) => Only(item.Form.FieldsOf(Asked(item, day)));

    /// <summary>Keys of the sections the item asks for in this case.</summary>
    public IReadOnlySet<string> Asked(ServiceItem item, DateOnly day) =>
        item.Form.Asked(fields => new Inputs(day) { Form = Only(fields).Form(), Questions = Questions, Resident = Resident });

    private Dossier Only(IReadOnlySet<string> fields) => this with { Values = [.. Values.Where(value => fields.Contains(value.Path))] };

    public IReadOnlySet<string> Kept => Values.Where(value => value.Kept).Select(value => value.Path).ToHashSet();

    /// <summary>Takes the values of a form apart, field by field of the item.</summary>
    public static IEnumerable<DossierValue> ValuesOf(ServiceItem item, JsonElement form, string source, DateOnly day) => item.Form.Fields
        .Select(field => (field.Path, Value: Pointer.Find(form, Pointer.Split(field.Path))))
        .Where(field => field.Value is { ValueKind: not JsonValueKind.Null and not JsonValueKind.Undefined })
        .Select(field => new DossierValue(field.Path, field.Value!.Value, source, day, false)); // filtered above
}

/// <summary>One value with its origin.</summary>
/// <param name="Path">Field.</param>
/// <param name="Value">Value; masked when <paramref name="Kept"/>.</param>
/// <param name="Source"><c>applicant</c>, or where in the register it comes from.</param>
/// <param name="AsOf">Day it was last confirmed.</param>
/// <param name="Kept">The value stays in the register; whoever has the right reads it there.</param>
internal sealed record DossierValue(string Path, JsonElement Value, string Source, DateOnly AsOf, bool Kept);
