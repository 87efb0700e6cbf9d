using System.Text.Json;
using UnifiedPlatform.Host.Shell;
using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.Host.Identity.Accounts;

/// <summary>The departments of the town hall by their four-digit codes.</summary>
internal sealed class Departments : IDepartmentNames
{
    private static readonly IReadOnlyDictionary<string, LocalizedText> Names = Read();

    /// <summary>Codes with names, in the order of the codes.</summary>
    public static IEnumerable<KeyValuePair<string, LocalizedText>> All => Names.OrderBy(pair => pair.Key, StringComparer.Ordinal);

    public LocalizedText? NameOf(string code) => Names.GetValueOrDefault(code);

    private static IReadOnlyDictionary<string, LocalizedText> Read()
    {
        using var stream = typeof(Departments).Assembly.GetManifestResourceStream("departments.json") ?? throw new InvalidOperationException("departments.json is not in the assembly.");
        var rows = JsonSerializer.Deserialize<Row[]>(stream, JsonSerializerOptions.Web) ?? [];
        return rows.ToDictionary(row => row.Code, row => new LocalizedText(row.Zh, row.En), StringComparer.Ordinal);
    }

    private sealed record Row(string Code, string Zh, string En);
}
