using System.Xml.Linq;
using UnifiedPlatform.Architecture.Tests.Sources;

namespace UnifiedPlatform.Architecture.Tests.References;

/// <summary>A project as its file says.</summary>
internal sealed record ProjectFile(string Path, string Name, string? ModuleId, IReadOnlyList<string> References)
{
    public bool Module => Path.StartsWith("modules/", StringComparison.Ordinal);

    public static IReadOnlyList<ProjectFile> Product { get; } = [.. SourceTree.Read("*.csproj", "host", "sdk", "modules").Select(Read)];

    public static IReadOnlyCollection<string> ModuleIds { get; } = [.. Product.Select(project => project.ModuleId).OfType<string>()];

    public static ProjectFile Read(SourceFile file)
    {
        var project = XDocument.Parse(file.Text);
        var references = project.Descendants("ProjectReference")
            .Where(reference => (string?)reference.Attribute("ReferenceOutputAssembly") != "false")
            .Select(reference => System.IO.Path.GetFileNameWithoutExtension(((string?)reference.Attribute("Include") ?? "").Replace('\\', '/')));
        return new ProjectFile(file.Path, System.IO.Path.GetFileNameWithoutExtension(file.Path), project.Descendants("ModuleId").FirstOrDefault()?.Value, [.. references]);
    }
}
