using System.Text.RegularExpressions;

namespace UnifiedPlatform.Sdk.Testing.Conformance;

/// <summary>An endpoint of a module as text: method, route and permissions.</summary>
internal sealed partial record ModuleEndpoint(HttpMethod Method, string Path, IReadOnlyList<string> Needs)
{
    public ModuleEndpoint(string method, string path, IReadOnlyList<string> needs) : this(new HttpMethod(method), path, needs)
    {
    }

    public bool Get => Method == HttpMethod.Get;

    public bool Api => Path.TrimStart('/').StartsWith("api/", StringComparison.Ordinal);

    /// <summary>The route with values in its holes, relative to the module.</summary>
    public string Example => Hole().Replace(Path, hole => hole.Value switch
    {
        var text when text.Contains(":int", StringComparison.Ordinal) || text.Contains(":long", StringComparison.Ordinal) => "1",
        var text when text.Contains(":guid", StringComparison.Ordinal) || text.Contains("Id", StringComparison.Ordinal) => "01900000-0000-7000-8000-000000000001",
        var text when text.Contains("date", StringComparison.OrdinalIgnoreCase) || text.Contains("day", StringComparison.OrdinalIgnoreCase) => "2026-11-22",
        _ => "x",
    }).TrimStart('/');

    /// <summary>Whether the route takes the path.</summary>
    public bool Fits(string path) => Regex.IsMatch(path.Trim('/'), "^" + string.Join("[^/]+", Hole().Split(Path.Trim('/')).Select(Regex.Escape)) + "$");

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Hole();
}
