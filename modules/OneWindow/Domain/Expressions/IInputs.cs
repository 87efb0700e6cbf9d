namespace UnifiedPlatform.OneWindow.Domain.Expressions;

/// <summary>Answers references; null = not known (yet).</summary>
public interface IInputs
{
    Value? Read(Reference reference);
}
