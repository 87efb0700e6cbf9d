using System.Reflection;
using System.Runtime.Loader;

namespace UnifiedPlatform.Sdk.Migrations;

/// <summary>Loads a built project beside this tool; what the tool has itself (EF, the SDK) is shared.</summary>
internal sealed class ProjectContext(string assembly, IReadOnlyList<string> references) : AssemblyLoadContext("project")
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
            var file = _resolver.ResolveAssemblyToPath(assemblyName) ?? references.FirstOrDefault(reference => Path.GetFileNameWithoutExtension(reference) == assemblyName.Name);
            return file is null ? null : LoadFromAssemblyPath(file);
        }
    }
}
