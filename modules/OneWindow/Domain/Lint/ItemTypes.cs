using System.Collections.Immutable;
using UnifiedPlatform.OneWindow.Domain.Expressions;
using UnifiedPlatform.OneWindow.Domain.Items;
using UnifiedPlatform.Sdk.Counter;

namespace UnifiedPlatform.OneWindow.Domain.Lint;

/// <summary>Types of what an item's conditions may name at one moment.</summary>
internal sealed record ItemTypes(ServiceItem Item, JsonShape? FormShape, ImmutableHashSet<Root> Known) : ITypes
{
    private static readonly Dictionary<string, ExprType> Resident = new()
    {
        ["ageOn"] = ExprType.Number, ["sex"] = ExprType.Text, ["hukou"] = ExprType.Text, ["dwelling"] = ExprType.Text, ["grid"] = ExprType.Text, ["documents"] = ExprType.Many,
    };

    /// <summary>Parts that may be named; null: all.</summary>
    public IReadOnlySet<string>? Reachable { get; init; }

    public static ItemTypes For(ServiceItem item, params ReadOnlySpan<Root> known) => new(item, ShapeOf(item), [.. known, Root.Today]);

    public ExprType? TypeOf(Reference reference) => !Known.Contains(reference.Root) ? null : reference.Root switch
    {
        Root.Today => reference.Path.IsEmpty ? ExprType.Day : null,
        Root.Resident => reference.Path is [var name] && Resident.TryGetValue(name, out var type) ? type : null,
        Root.Question => reference.Path is [var key] && QuestionOf(key) is { } question ? question.Kind switch
        {
            QuestionKind.Yesno => ExprType.Flag,
            QuestionKind.Many => ExprType.Many,
            _ => ExprType.Text,
        } : null,
        Root.Form => FormOf(reference.Path) is { } shape ? TypeOf(shape) : null,
        Root.Part => reference.Path is [var part, var what, ..] && Item.FindPart(part) is not null && (Reachable?.Contains(part) ?? true)
            ? what switch { "outcome" when reference.Path.Length == 2 => ExprType.Text, "result" when reference.Path.Length > 2 => ExprType.Open, _ => null } : null,
        _ => null,
    };

    public IReadOnlyCollection<string>? ChoicesOf(Reference reference) => reference.Root switch
    {
        Root.Question when reference.Path is [var key] && QuestionOf(key) is { Kind: QuestionKind.One } question => [.. (question.Options ?? []).Select(option => option.Key)],
        Root.Form => FormOf(reference.Path)?.Choices?.ToList(),
        Root.Part when reference.Path is [_, "outcome"] => Enum.GetNames<PartOpinion>(),
        _ => null,
    };

    private static JsonShape? ShapeOf(ServiceItem item)
    {
        try
        {
            return JsonShape.Parse(item.Form.Schema);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static ExprType TypeOf(JsonShape shape) => shape.Type switch
    {
        "string" when shape.Format == "date" => ExprType.Day,
        "string" => ExprType.Text,
        "integer" or "number" => ExprType.Number,
        "boolean" => ExprType.Flag,
        "array" => ExprType.Many,
        "object" => ExprType.Tree,
        _ => shape.Choices is not null ? ExprType.Text : ExprType.Open,
    };

    private Question? QuestionOf(string key) => Item.Questions.FirstOrDefault(question => question.Key == key);

    private JsonShape? FormOf(ImmutableArray<string> path)
    {
        var at = path.IsEmpty ? null : FormShape;
        foreach (var piece in path) at = at is not null && at.Properties.TryGetValue(piece, out var next) ? next : null;
        return at;
    }
}
