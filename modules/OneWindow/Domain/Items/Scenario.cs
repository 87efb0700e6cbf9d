using System.Text.Json;
using UnifiedPlatform.OneWindow.Domain.Cases;
using UnifiedPlatform.OneWindow.Domain.Queues;

namespace UnifiedPlatform.OneWindow.Domain.Items;

/// <summary>A written run of the item that its author expects to go as said.</summary>
public sealed record Scenario(string Key, JsonElement Answers, JsonElement Form, JsonElement Materials, IReadOnlyList<ScenarioStep> Steps, ScenarioEnd Expect);

public sealed record ScenarioStep(DateOnly Day, string By, string Action, JsonElement? Data = null);

public sealed record ScenarioEnd(CaseStatus State, Lane? Lane = null, DateOnly? Due = null, IReadOnlyList<DocumentKind>? Documents = null);
