using System.Collections;
using System.Reflection;
using System.Runtime.Loader;

namespace UnifiedPlatform.Runtime.Sweeping;

/// <summary>Walks the static fields of shared assemblies and removes dictionary entries that mention the retired code.</summary>
internal static class StaticFields
{
    private const int Depth = 3, ComponentModelDepth = 7;

    public static void Forget(AssemblyLoadContext retired)
    {
        var walk = new CacheWalk(retired);
        foreach (var assembly in AssemblyLoadContext.Default.Assemblies.Where(Swept))
            foreach (var field in Types(assembly).Where(type => !type.ContainsGenericParameters).SelectMany(Fields))
                if (Value(field) is { } value)
                    walk.Visit(value, assembly.GetName().Name == "System.ComponentModel.TypeConverter" ? ComponentModelDepth : Depth);
    }

    private static bool Swept(Assembly assembly) =>
        !assembly.IsDynamic && assembly.GetName().Name is { } name
        && (name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.", StringComparison.Ordinal) || name.StartsWith("Autofac", StringComparison.Ordinal) || name.StartsWith("UnifiedPlatform.Sdk", StringComparison.Ordinal));

    private static IEnumerable<Type> Types(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException partly)
        {
            return partly.Types.OfType<Type>();
        }
    }

    private static IEnumerable<FieldInfo> Fields(Type type) =>
        type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Where(field => !field.IsLiteral && !field.FieldType.IsValueType && !field.FieldType.IsPointer && field.FieldType != typeof(string));

    private static object? Value(FieldInfo field)
    {
        try
        {
            return field.GetValue(null);
        }
        catch (Exception error) when (error is TypeInitializationException or TargetInvocationException or NotSupportedException or FieldAccessException)
        {
            return null;
        }
    }
}
