using System.Globalization;
using System.Text;

namespace UnifiedPlatform.Sdk.Analyzers.Text;

/// <summary>Reads <c>{"key": "text", …}</c> with line numbers; a compiler plug-in carries no JSON library.</summary>
internal sealed class FlatJson
{
    private readonly string _text;
    private readonly string _path;
    private int _at;
    private int _line = 1;

    private FlatJson(string text, string path) => (_text, _path) = (text, path);

    public static TextFile Read(string text, string path, bool chinese)
    {
        var reader = new FlatJson(text, path);
        var entries = new List<TextEntry>();
        var whole = reader.Object(entries);
        return new TextFile(path, chinese, new EquatableList<TextEntry>(entries), whole ? null : reader._line);
    }

    private bool Object(List<TextEntry> entries)
    {
        if (!Take('{')) return false;
        if (Take('}')) return AtEnd();
        do
        {
            Space();
            var line = _line;
            if (String() is not { } key || !Take(':')) return false;
            Space();
            if (String() is not { } value) return false;
            entries.Add(new TextEntry(key, value, _path, line));
        }
        while (Take(','));
        return Take('}') && AtEnd();
    }

    private string? String()
    {
        if (!Here('"')) return null;
        _at++;
        var value = new StringBuilder();
        while (_at < _text.Length && _text[_at] >= ' ')
        {
            var c = _text[_at++];
            if (c == '"') return value.ToString();
            if (c != '\\') value.Append(c);
            else if (!Escape(value)) return null;
        }
        return null;
    }

    private bool Escape(StringBuilder value)
    {
        if (_at >= _text.Length) return false;
        var c = _text[_at++];
        var plain = "\"\\/bfnrt".IndexOf(c);
        if (plain >= 0) value.Append("\"\\/\b\f\n\r\t"[plain]);
        else if (c == 'u' && _at + 4 <= _text.Length && ushort.TryParse(_text.Substring(_at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            value.Append((char)code);
            _at += 4;
        }
        else return false;
        return true;
    }

    private bool Take(char c)
    {
        Space();
        if (!Here(c)) return false;
        _at++;
        return true;
    }

    private bool AtEnd()
    {
        Space();
        return _at == _text.Length;
    }

    private bool Here(char c) => _at < _text.Length && _text[_at] == c;

    private void Space()
    {
        for (; _at < _text.Length && _text[_at] is ' ' or '\t' or '\r' or '\n' or '\uFEFF'; _at++)
            if (_text[_at] == '\n') _line++;
    }
}
