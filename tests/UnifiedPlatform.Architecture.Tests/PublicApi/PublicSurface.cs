using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace UnifiedPlatform.Architecture.Tests.PublicApi;

/// <summary>What an assembly shows to those who reference it, one member a line, in a stable order.</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
    private static readonly string[] Modifiers = ["static ", "abstract ", "const ", "event "];
    private static readonly NullabilityInfoContext Nullability = new();

    public static IReadOnlyList<string> Of(Assembly assembly) => [.. assembly.GetExportedTypes().SelectMany(Of).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Of(Type type)
    {
        var name = Name(type);
        yield return $"{name}: {Kind(type)}{Bases(type)}";
        if (type.IsEnum)
        {
            foreach (var value in Enum.GetNames(type)) yield return $"{name}.{value} = {Convert.ToInt64(Enum.Parse(type, value), CultureInfo.InvariantCulture)}";
            yield break;
        }
        foreach (var member in type.GetMembers(Declared).Where(member => !member.IsDefined(typeof(CompilerGeneratedAttribute))))
            if (Line(member) is { } line) yield return $"{name}.{Last(line)}";
    }

    // The member's name leads, so that the list sorts by it.
    private static string Last(string line) => Modifiers.FirstOrDefault(line.StartsWith) is { } modifier ? $"{line[modifier.Length..]} [{modifier.TrimEnd()}]" : line;

    private static string? Line(MemberInfo member) => member switch
    {
        ConstructorInfo { IsStatic: false } constructor when Shown(constructor) => $"new({Parameters(constructor)})",
        MethodInfo { IsSpecialName: false } method when Shown(method) && method.GetBaseDefinition() == method => $"{Static(method)}{method.Name}{Generic(method)}({Parameters(method)}) -> {Typed(method.ReturnParameter)}",
        MethodInfo { IsSpecialName: true } method when Shown(method) && method.Name.StartsWith("op_", StringComparison.Ordinal) => $"static {method.Name}({Parameters(method)}) -> {Name(method.ReturnType)}",
        PropertyInfo property when property.GetAccessors(true).Any(Shown) => $"{Static(property.GetAccessors(true)[0])}{property.Name}: {Typed(property)} {{ {Accessors(property)}}}",
        FieldInfo { IsSpecialName: false } field when field.IsPublic || field.IsFamily => $"{(field.IsLiteral ? "const " : field.IsStatic ? "static " : "")}{field.Name}: {Name(field.FieldType)}{(field.IsLiteral ? $" = {field.GetRawConstantValue()}" : "")}",
        EventInfo raised => $"event {raised.Name}: {Name(raised.EventHandlerType!)}",
        _ => null,
    };

    private static bool Shown(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Accessors(PropertyInfo property) => string.Concat(
        property.GetMethod is { } get && Shown(get) ? "get; " : "",
        property.SetMethod is { } set && Shown(set) ? set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? "init; " : "set; " : "");

    private static string Static(MethodBase method) => method.IsStatic ? "static " : method.IsAbstract && method.DeclaringType is { IsInterface: false } ? "abstract " : "";

    private static string Generic(MethodInfo method) => method.IsGenericMethodDefinition ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        $"{(parameter.IsOut ? "out " : parameter.ParameterType.IsByRef ? "ref " : "")}{Typed(parameter)} {parameter.Name}{(parameter.HasDefaultValue ? $" = {parameter.RawDefaultValue ?? "default"}" : "")}"));

    private static string Typed(ParameterInfo parameter) => Name(parameter.ParameterType) + (parameter.ParameterType.IsValueType ? "" : Mark(Nullability.Create(parameter)));

    private static string Typed(PropertyInfo property) => Name(property.PropertyType) + (property.PropertyType.IsValueType ? "" : Mark(Nullability.Create(property)));

    private static string Mark(NullabilityInfo info) => info.ReadState == NullabilityState.Nullable || info.WriteState == NullabilityState.Nullable ? "?" : "";

    private static string Kind(Type type) =>
        type.IsInterface ? "interface" : type.IsEnum ? "enum" : type.IsValueType ? "struct" : typeof(Delegate).IsAssignableFrom(type) ? "delegate"
        : type is { IsAbstract: true, IsSealed: true } ? "static class" : type.IsAbstract ? "abstract class" : type.IsSealed ? "sealed class" : "class";

    private static string Bases(Type type)
    {
        if (type.IsEnum || type is { IsAbstract: true, IsSealed: true }) return "";
        var above = type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) ? parent.GetInterfaces() : [];
        var direct = type.GetInterfaces().Except(above).Where(face => face.IsPublic || face.IsNestedPublic).Select(Name).Order(StringComparer.Ordinal);
        var bases = (type.BaseType is { } b && b != typeof(object) && b != typeof(ValueType) ? [Name(b)] : Array.Empty<string>()).Concat(direct).ToList();
        return bases.Count == 0 ? "" : $" : {string.Join(", ", bases)}";
    }

    private static string Name(Type type)
    {
        if (type.IsByRef || type.IsArray || type.IsPointer) return Name(type.GetElementType()!) + (type.IsArray ? "[]" : ""); // each of the three has an element type
        if (Nullable.GetUnderlyingType(type) is { } value) return Name(value) + "?";
        if (type.IsGenericParameter) return type.Name;
        var plain = (type.IsNested ? Name(type.DeclaringType!) + "." : type.Namespace is { Length: > 0 } space && !space.StartsWith("System", StringComparison.Ordinal) ? space + "." : "") + type.Name.Split('`')[0];
        return type.IsGenericType ? $"{plain}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : plain;
    }
}
