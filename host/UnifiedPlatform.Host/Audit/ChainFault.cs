namespace UnifiedPlatform.Host.Audit;

/// <summary>The first thing that is wrong with a chain.</summary>
/// <param name="Day">Day.</param>
/// <param name="Index">Entry within the day; null: the day as a whole.</param>
/// <param name="What">What is wrong.</param>
internal sealed record ChainFault(string Day, long? Index, string What)
{
    public override string ToString() => Index is { } index ? $"{Day} entry {index}: {What}" : $"{Day}: {What}";
}
