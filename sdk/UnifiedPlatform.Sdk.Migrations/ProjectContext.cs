using System.Reflection;
using System.Runtime.Loader;

namespace UnifiedPlatform.Sdk.Migrations;

/// <summary>Loads a built project beside this tool; what the tool has itself (EF, the SDK) is shared.</summary>
internal sealed class ProjectContext(string assembly) : AssemblyLoadContext("project")
{
    private readonly AssemblyDependencyResolver _resolver = new(assembly);

    public Assembly Load() => LoadFromAssemblyPath(assembly);

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        try
        {
            return Default.LoadFromAssemblyName(assemblyName);
        }
        catch (FileNotFoundException)
        {
            return _resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;
        }
    }
}
