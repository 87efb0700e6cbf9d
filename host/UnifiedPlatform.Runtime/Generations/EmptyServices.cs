namespace UnifiedPlatform.Runtime.Generations;

/// <summary>The services of a generation that is not built yet or gone.</summary>
internal sealed class EmptyServices : IServiceProvider
{
    public static readonly EmptyServices Instance = new();

    public object? GetService(Type serviceType) => null;
}
