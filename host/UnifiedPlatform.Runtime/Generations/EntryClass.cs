using System.Globalization;
using System.Reflection;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime.Generations;

/// <summary>Finds and makes the one class a module plugs in with.</summary>
internal static class EntryClass
{
    public static IModule Make(Assembly assembly)
    {
        var types = assembly.GetExportedTypes().Where(type => type is { IsClass: true, IsAbstract: false, IsSealed: true } && typeof(IModule).IsAssignableFrom(type)).ToArray();
        if (types is not [var entry] || entry.GetConstructor(Type.EmptyTypes) is null)
            throw ModuleRefusedException.For(ModuleFailureCodes.EntryClass, types.Length.ToString(CultureInfo.InvariantCulture));
        return (IModule)(Activator.CreateInstance(entry) ?? throw ModuleRefusedException.For(ModuleFailureCodes.EntryClass, "0"));
    }
}
