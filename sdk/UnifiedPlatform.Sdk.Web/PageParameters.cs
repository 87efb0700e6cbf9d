using System.Reflection;

namespace UnifiedPlatform.Sdk.Web;

/// <summary>Turns what a caller gave into parameters by name. Nothing is cached: module types must be able to unload.</summary>
internal static class PageParameters
{
    public static Dictionary<string, object?> From(object? given) => given switch
    {
        null => new(StringComparer.Ordinal),
        IEnumerable<KeyValuePair<string, object?>> pairs => new(pairs, StringComparer.Ordinal),
        _ => given.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .ToDictionary(property => property.Name, property => property.GetValue(given), StringComparer.Ordinal),
    };
}
