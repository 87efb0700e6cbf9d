using System.Reflection;
using System.Reflection.Metadata;
using System.Runtime.Loader;

namespace UnifiedPlatform.Runtime.Sweeping;

/// <summary>Calls the framework's own contract for changed code: every hot-reload handler clears its cache.</summary>
internal static class FrameworkCaches
{
    private static readonly BindingFlags Statics = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    public static void Clear()
    {
        foreach (var handler in AssemblyLoadContext.Default.Assemblies.SelectMany(Handlers))
            foreach (var name in new[] { "ClearCache", "UpdateApplication" })
                if (handler.GetMethod(name, Statics, [typeof(Type[])]) is { } method)
                    Invoke(method);
    }

    private static IEnumerable<Type> Handlers(Assembly assembly) =>
        assembly.IsDynamic ? [] : assembly.GetCustomAttributes<MetadataUpdateHandlerAttribute>().Select(attribute => attribute.HandlerType);

    private static void Invoke(MethodInfo clear)
    {
        try
        {
            clear.Invoke(null, [null]);
        }
        catch (TargetInvocationException)
        {
            // A handler that cannot clear costs memory, nothing else; the proof that follows tells.
            return;
        }
    }
}
