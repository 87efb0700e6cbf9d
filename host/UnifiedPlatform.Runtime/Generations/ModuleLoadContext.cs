using System.Reflection;
using System.Runtime.Loader;
using UnifiedPlatform.Runtime.Packages;

namespace UnifiedPlatform.Runtime.Generations;

/// <summary>The code of one generation. What the host has is the host's; the rest comes from the package; never from another module.</summary>
internal sealed class ModuleLoadContext(string name, string folder, bool isCollectible) : AssemblyLoadContext(name, isCollectible)
{
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name is not { } name || SharedAssemblies.Contains(name)) return null;
        var file = Path.Combine(folder, name + ".dll");
        return File.Exists(file) ? LoadFromAssemblyPath(file) : null;
    }
}
