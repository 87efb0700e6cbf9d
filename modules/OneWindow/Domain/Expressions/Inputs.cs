using System.Collections.Immutable;
using System.Text.Json;

namespace UnifiedPlatform.OneWindow.Domain.Expressions;

/// <summary>Inputs of one case: its form, its answers, its parts, its resident and the day.</summary>
public sealed class Inputs(DateOnly today) : IInputs
{
    private static readonly JsonElement Nothing = JsonSerializer.SerializeToElement(new Dictionary<string, JsonElement>());

    public JsonElement Form { get; init; } = Nothing;

    public IReadOnlyDictionary<string, JsonElement> Questions { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>Part key → <c>{outcome, result}</c>.</summary>
    public IReadOnlyDictionary<string, JsonElement> Parts { get; init; } = new Dictionary<string, JsonElement>();

    public IReadOnlyDictionary<string, JsonElement> Resident { get; init; } = new Dictionary<string, JsonElement>();

    public Value? Read(Reference reference) => reference.Root switch
    {
        Root.Today => Value.Of(today),
        Root.Form => Find(Form, reference.Path),
        Root.Question => Find(Questions, reference.Path),
        Root.Part => Find(Parts, reference.Path),
        Root.Resident => Find(Resident, reference.Path),
        _ => null,
    };

    private static Value? Find(IReadOnlyDictionary<string, JsonElement> from, ImmutableArray<string> path) =>
        path is [var key, .. var rest] && from.TryGetValue(key, out var json) ? Find(json, rest) : null;

    private static Value? Find(JsonElement from, IEnumerable<string> path) => Pointer.Find(from, path) is { } found ? Value.Of(found) : null;
}
