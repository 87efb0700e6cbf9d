namespace UnifiedPlatform.Sdk.Web.Components;

/// <summary>A step of the way to a page.</summary>
/// <param name="Title">Title.</param>
/// <param name="Address">Absolute path.</param>
public sealed record Crumb(string Title, string Address);
