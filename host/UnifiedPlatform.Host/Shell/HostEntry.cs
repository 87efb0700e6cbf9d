namespace UnifiedPlatform.Host.Shell;

/// <summary>A page of the host in the navigation. Rooms register theirs as singletons.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="TitleKey">Key in the host's texts.</param>
/// <param name="Group">Group: <c>window business records running platform</c>.</param>
/// <param name="Order">Lower comes first.</param>
/// <param name="Needs">Permission without which it is not shown; null: shown to everybody signed in.</param>
internal sealed record HostEntry(string Path, string TitleKey, string Group, int Order, string? Needs);
