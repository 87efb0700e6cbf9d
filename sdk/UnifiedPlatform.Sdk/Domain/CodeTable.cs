using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.Sdk.Domain;

/// <summary>A table of a national standard: codes in their order, each named by the host's text <c>code.{name}.{code}</c>.</summary>
public sealed class CodeTable
{
    private readonly HashSet<string> _known;

    internal CodeTable(string name, string standard, string codes)
    {
        Name = name;
        Standard = standard;
        Codes = codes.Split(' ');
        _known = [.. Codes];
    }

    /// <summary>Name in the text keys, e.g. <c>relation</c>.</summary>
    public string Name { get; }

    /// <summary>The standard, e.g. <c>GB/T 4761</c>.</summary>
    public string Standard { get; }

    /// <summary>The codes in the order of the standard.</summary>
    public IReadOnlyList<string> Codes { get; }

    /// <summary>Whether the code is in the table.</summary>
    public bool Contains(string? code) => code is not null && _known.Contains(code);

    /// <summary>Text key of a code's name.</summary>
    public string KeyOf(string code) => $"code.{Name}.{code}";

    /// <summary>Name of a code from the host's texts; a code of no table stays as it is.</summary>
    public string NameOf(string code, ITexts texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return Contains(code) ? texts[KeyOf(code)] : code;
    }
}
