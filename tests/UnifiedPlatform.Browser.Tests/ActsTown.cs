namespace UnifiedPlatform.Browser.Tests;

/// <summary>Tests that sign people in and out. They share a host, apart from the other tests': a person has few sessions at a time, and the newest ends the oldest.</summary>
[CollectionDefinition(Name)]
public sealed class ActsTown : ICollectionFixture<BrowserFixture>
{
    public const string Name = "acts";
}
