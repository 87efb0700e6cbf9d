using System.Text.Json.Serialization;
using UnifiedPlatform.OneWindow.Domain.Expressions;

namespace UnifiedPlatform.OneWindow.Domain.Items;

/// <summary>Required always, never, or under a condition.</summary>
[JsonConverter(typeof(RequirementConverter))]
public sealed record Requirement(Expr When);
