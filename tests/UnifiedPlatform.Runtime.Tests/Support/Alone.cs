namespace UnifiedPlatform.Runtime.Tests.Support;

/// <summary>Tests that put the machine under load of their own: they run after the others, one by one.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
