namespace UnifiedPlatform.Browser.Tests;

/// <summary>Tests that look at pages one by one. They share a host, apart from the other tests': a person has few sessions at a time, and the newest ends the oldest.</summary>
[CollectionDefinition(Name)]
public sealed class PagesTown : ICollectionFixture<BrowserFixture>
{
    public const string Name = "pages";
}
