using UnifiedPlatform.OneWindow.Domain.Expressions;
using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.OneWindow.Domain.Items;

/// <summary>A question whose answers choose the situation.</summary>
public sealed record Question(string Key, LocalizedText Text, QuestionKind Kind, string Law, IReadOnlyList<Option>? Options = null);

public enum QuestionKind
{
    One,
    Many,
    Yesno,
}

/// <summary>One answer of a closed question.</summary>
public sealed record Option(string Key, LocalizedText Text);

/// <summary>A situation: exactly one of an item holds for any set of answers (L13).</summary>
public sealed record Situation(string Key, LocalizedText Title, Expr When);
