namespace UnifiedPlatform.OneWindow.Domain.Expressions;

/// <summary>Type of an operand as far as the document says.</summary>
public enum ExprType
{
    /// <summary>Not said by the document; fits everything.</summary>
    Open,
    Text,
    Number,
    Flag,
    Day,
    Many,
    Tree,
}
