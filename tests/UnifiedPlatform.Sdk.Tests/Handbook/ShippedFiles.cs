using System.Diagnostics.CodeAnalysis;

namespace UnifiedPlatform.Sdk.Tests.Handbook;

/// <summary>Files of the shipped modules that the handbook quotes.</summary>
internal static class ShippedFiles
{
    public static bool TryRead(string path, [NotNullWhen(true)] out string? text)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "known", path);
        text = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : null;
        return text is not null;
    }
}
