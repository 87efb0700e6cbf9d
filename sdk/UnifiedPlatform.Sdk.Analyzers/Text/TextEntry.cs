namespace UnifiedPlatform.Sdk.Analyzers.Text;

/// <summary>One text of a resource file.</summary>
internal sealed record TextEntry(string Key, string Value, string Path, int Line);
