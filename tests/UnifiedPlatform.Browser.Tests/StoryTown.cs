namespace UnifiedPlatform.Browser.Tests;

/// <summary>The case that goes through all hands. They share a host, apart from the other tests': a person has few sessions at a time, and the newest ends the oldest.</summary>
[CollectionDefinition(Name)]
public sealed class StoryTown : ICollectionFixture<BrowserFixture>
{
    public const string Name = "story";
}
