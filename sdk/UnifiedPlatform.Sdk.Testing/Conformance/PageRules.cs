using System.Text.RegularExpressions;

namespace UnifiedPlatform.Sdk.Testing.Conformance;

/// <summary>What a page's HTML keeps to, so that it works before and without script.</summary>
internal static partial class PageRules
{
    public static async Task<IReadOnlyList<string>> ViolationsAsync(ModuleTestHost host, IReadOnlyList<string> pages, CancellationToken cancellationToken)
    {
        var findings = new List<string>();
        foreach (var language in new[] { "zh-Hans", "en" })
        {
            using var client = host.ClientFor(host.Permitted);
            client.DefaultRequestHeaders.Add("Cookie", $"up-lang={language}");
            foreach (var path in pages) findings.AddRange(Violations(await client.GetStringAsync(new Uri(path, UriKind.Relative), cancellationToken)).Select(finding => $"{path} ({language}): {finding}"));
        }
        return findings;
    }

    /// <summary>What is wrong with a page's HTML.</summary>
    public static IEnumerable<string> Violations(string html)
    {
        if (Heading().Count(html) is var headings && headings != 1) yield return $"{headings} h1; a page has one.";
        if (!Main().IsMatch(html)) yield return "no content in main.";
        if (Handler().Match(html) is { Success: true } handler) yield return $"an inline handler, which the content security policy stops: {handler.Value}.";
        if (Inline().IsMatch(html)) yield return "an inline script, which the content security policy stops.";
        if (ScriptAddress().IsMatch(html)) yield return "a javascript: address.";
        if (Key().Match(html) is { Success: true } key) yield return $"the text key {key.Value} instead of a text.";
        foreach (var form in Form().Matches(html).Select(match => match.Value))
        {
            if (!form.Contains("action=", StringComparison.Ordinal)) yield return $"a form without an action: {form[..Math.Min(form.Length, 80)]}";
            if (form.Contains("method=\"post\"", StringComparison.OrdinalIgnoreCase) && !form.Contains("name=\"_form\"", StringComparison.Ordinal)) yield return "a form that posts without the platform's keys: use PostForm or FormKeys.";
        }
    }

    [GeneratedRegex("<h1[ >]")]
    private static partial Regex Heading();

    [GeneratedRegex(@"<main\b[^>]*>.*?\S.*?</main>", RegexOptions.Singleline)]
    private static partial Regex Main();

    [GeneratedRegex(@"<[a-z][^>]*\son[a-z]+=""[^""]*""")]
    private static partial Regex Handler();

    [GeneratedRegex(@"<script(?![^>]*\bsrc=)(?![^>]*type=""application/(ld\+)?json"")[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();

    [GeneratedRegex(@"(href|action|src)=""javascript:", RegexOptions.IgnoreCase)]
    private static partial Regex ScriptAddress();

    [GeneratedRegex(@"(?<=>)\[[a-z0-9-]+(\.[a-z0-9-]+)+\](?=<)")]
    private static partial Regex Key();

    [GeneratedRegex("<form\\b.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();
}
