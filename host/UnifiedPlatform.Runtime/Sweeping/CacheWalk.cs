using System.Collections;
using System.Reflection;
using System.Runtime.Loader;

namespace UnifiedPlatform.Runtime.Sweeping;

/// <summary>Looks for caches below an object and forgets entries whose key or value belongs to the retired code.</summary>
internal sealed class CacheWalk(AssemblyLoadContext retired)
{
    private readonly HashSet<object> _seen = new(ReferenceEqualityComparer.Instance);

    public void Visit(object value, int depth)
    {
        if (depth == 0 || value is string or Type or Delegate or Assembly or MemberInfo || value.GetType().IsPrimitive || !_seen.Add(value)) return;
        if (value is IDictionary dictionary)
        {
            // Inner caches first: a shared entry that only holds a cache of ours must stay.
            foreach (var inner in Values(dictionary)) Visit(inner, depth - 1);
            Forget(dictionary);
        }
        if (value is IEnumerable) return;
        foreach (var field in Fields(value.GetType()))
            if (Value(field, value) is { } inner)
                Visit(inner, depth - 1);
    }

    private void Forget(IDictionary dictionary)
    {
        try
        {
            if (dictionary.IsReadOnly) return;
            var doomed = new List<object>();
            foreach (DictionaryEntry entry in dictionary)
                if (Mentions(entry.Key, 3) || (entry.Value is { } value && Mentions(value, 3)))
                    doomed.Add(entry.Key);
            foreach (var key in doomed) dictionary.Remove(key);
        }
        catch (Exception)
        {
            // Somebody's own collection, or changed under our hands: the next round of the proof comes by again.
            return;
        }
    }

    private static List<object> Values(IDictionary dictionary)
    {
        try
        {
            return [.. dictionary.Values.Cast<object?>().OfType<object>()];
        }
        catch (Exception)
        {
            // Somebody's own collection, in whatever state: what cannot be read is left alone.
            return [];
        }
    }

    private bool Mentions(object value, int depth) => value switch
    {
        Type type => Belongs(type),
        Assembly assembly => AssemblyLoadContext.GetLoadContext(assembly) == retired,
        MemberInfo member => (member.DeclaringType is { } declaring && Belongs(declaring)) || (member.ReflectedType is { } reflected && Belongs(reflected)),
        ParameterInfo parameter => Mentions(parameter.Member, depth) || Belongs(parameter.ParameterType),
        _ => Belongs(value.GetType()) || (depth > 0 && value is not string && !value.GetType().IsPrimitive && Fields(value.GetType()).Any(field => Value(field, value) is { } inner && Mentions(inner, depth - 1))),
    };

    private bool Belongs(Type type)
    {
        if (type.HasElementType) return type.GetElementType() is { } element && Belongs(element);
        return AssemblyLoadContext.GetLoadContext(type.Assembly) == retired || (type.IsGenericType && type.GetGenericArguments().Any(argument => !argument.IsGenericParameter && Belongs(argument)));
    }

    private static IEnumerable<FieldInfo> Fields(Type type)
    {
        for (var level = type; level is not null && level != typeof(object); level = level.BaseType)
            foreach (var field in level.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                if (!field.FieldType.IsPrimitive && !field.FieldType.IsPointer && field.FieldType != typeof(string))
                    yield return field;
    }

    private static object? Value(FieldInfo field, object owner)
    {
        try
        {
            return field.GetValue(owner);
        }
        catch (Exception error) when (error is NotSupportedException or FieldAccessException or TargetInvocationException)
        {
            return null;
        }
    }
}
