using System.Text.Json;
using Deque.AxeCore.Commons;

namespace UnifiedPlatform.Sdk.Testing.Conformance;

/// <summary>Runs axe on a module's pages.</summary>
internal static class AxeRules
{
    private const string Run = """
        axe.run(document, { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'] } })
          .then(result => JSON.stringify(result.violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html).join('; '))))
        """;

    public static async Task<IReadOnlyList<string>> ViolationsAsync(Chromium browser, ModuleTestHost host, IReadOnlyList<string> pages, CancellationToken cancellationToken)
    {
        var axe = new BundledAxeScriptProvider().GetScript();
        var findings = new List<string>();
        foreach (var language in new[] { "zh-Hans", "en" })
        {
            await browser.HeadersAsync(new Dictionary<string, string> { [TestUsers.Header] = host.HeaderOf(host.Permitted), ["Cookie"] = $"up-lang={language}" }, cancellationToken);
            foreach (var path in pages)
            {
                await browser.OpenAsync(new Uri(host.Address, path), cancellationToken);
                await browser.EvaluateAsync(axe, cancellationToken);
                foreach (var finding in JsonSerializer.Deserialize<string[]>(await browser.EvaluateAsync(Run, cancellationToken) ?? "[]") ?? []) findings.Add($"{path} ({language}): {finding}");
            }
        }
        return findings;
    }
}
