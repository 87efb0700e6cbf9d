using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing;

namespace UnifiedPlatform.Sdk.Web;

/// <summary>Gives route values to the parameters of a page, parsed by the parameter's own type.</summary>
internal sealed class RouteBinder
{
    private readonly Dictionary<string, PropertyInfo> _parameters;

    private RouteBinder(Type component) => _parameters = component.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.IsDefined(typeof(ParameterAttribute)))
        .ToDictionary(property => property.Name, StringComparer.OrdinalIgnoreCase);

    public static RouteBinder For(Type component) => new(component);

    public IEnumerable<(string Name, object? Value)> Bind(RouteValueDictionary values)
    {
        foreach (var (name, value) in values)
            if (value is string text && _parameters.TryGetValue(name, out var parameter))
                yield return (parameter.Name, Parse(text, Nullable.GetUnderlyingType(parameter.PropertyType) ?? parameter.PropertyType));
    }

    private static object? Parse(string text, Type type)
    {
        if (type == typeof(string)) return text;
        if (type.IsEnum) return Enum.TryParse(type, text, ignoreCase: true, out var named) ? named : null;
        var parse = type.GetMethod("TryParse", BindingFlags.Public | BindingFlags.Static, [typeof(string), typeof(IFormatProvider), type.MakeByRefType()])
            ?? throw new InvalidOperationException($"A route value cannot become a {type.Name}: the type has no TryParse(string, IFormatProvider, out {type.Name}).");
        object?[] arguments = [text, CultureInfo.InvariantCulture, null];
        return (bool)parse.Invoke(null, arguments)! ? arguments[2] : null; // TryParse returns bool
    }
}
