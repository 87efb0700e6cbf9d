namespace UnifiedPlatform.Sdk.Analyzers.Text;

/// <summary>One resource file as read: its entries, or the line where it stops being a flat object of texts.</summary>
internal sealed record TextFile(string Path, bool Chinese, EquatableList<TextEntry> Entries, int? BrokenLine);
