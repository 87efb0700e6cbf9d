using Microsoft.CodeAnalysis;

namespace UnifiedPlatform.Sdk.Analyzers.Text;

/// <summary>The build errors of resource files.</summary>
internal static class TextProblem
{
    public static readonly DiagnosticDescriptor Missing = New("UPT001", "A text lacks in one language", "Text '{0}' is missing in {1}: add it there, every text exists in both languages");

    public static readonly DiagnosticDescriptor Twice = New("UPT002", "A text key stands twice", "Text '{0}' stands twice in {1} (also in {2}): a key belongs to one file and one line");

    public static readonly DiagnosticDescriptor SameConstant = New("UPT003", "Two text keys make one constant", "Texts '{0}' and '{1}' would both be Keys.{2}: rename one");

    public static readonly DiagnosticDescriptor Holes = New("UPT004", "A text's arguments differ between languages", "Text '{0}' uses {1} in Chinese and {2} in English: both take the same arguments");

    public static readonly DiagnosticDescriptor NotFlat = New("UPT005", "A resource file is no flat object of texts", "{0} is not a flat JSON object of texts from here on");

    private static DiagnosticDescriptor New(string id, string title, string message) => new(id, title, message, "Text", DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: "docs/text.md");
}
