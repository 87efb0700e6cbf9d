using System.Text.Json;
using UnifiedPlatform.OneWindow.Domain.Expressions;

namespace UnifiedPlatform.OneWindow.Domain.Cases;

/// <summary>Inputs in the middle of a command: opinions come from the case as it stands now, the result just given from the command.</summary>
internal sealed class CaseInputs(IInputs outer, CaseFile state, string? part, JsonElement? result) : IInputs
{
    public Value? Read(Reference reference) => reference is not { Root: Root.Part, Path: [var key, .. var rest] } ? outer.Read(reference) : rest switch
    {
        ["outcome"] => state.Parts.TryGetValue(key, out var found) && found.Opinion is { } opinion ? new Value.Text(opinion.ToString()) : null,
        ["result", .. var path] when key == part && result is { } fresh => Pointer.Find(fresh, path) is { } member ? Value.Of(member) : null,
        _ => outer.Read(reference),
    };
}
