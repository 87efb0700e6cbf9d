namespace UnifiedPlatform.OneWindow.Domain.Expressions;

public enum Comparison
{
    Eq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
}
