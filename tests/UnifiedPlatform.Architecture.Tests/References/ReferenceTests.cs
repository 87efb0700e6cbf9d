using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using UnifiedPlatform.Architecture.Tests.Sources;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Architecture.Tests.References;

public sealed class ReferenceTests
{
    // Not part of what runs: nobody needs them built to run the tests.
    private static readonly string[] Tools = ["UnifiedPlatform.Sdk.Analyzers", "UnifiedPlatform.Sdk.Analyzers.Fixes", "UnifiedPlatform.Sdk.Testing", "UnifiedPlatform.Sdk.Migrations", "UnifiedPlatform.Sdk.DevHost", "UnifiedPlatform.Templates"];
    private static readonly string[] Modules = ["party-building", "one-window"];

    [Fact]
    public void Projects_reference_only_what_their_place_allows() =>
        Guard.Holds(ProjectFile.Product.SelectMany(project => ProjectRule.Violations(project.Name, project.Module, project.References, ProjectFile.ModuleIds)));

    [Fact]
    public void Compiled_assemblies_reference_only_what_their_place_allows()
    {
        var assemblies = ProjectFile.Product.Where(project => !Tools.Contains(project.Name))
            .Select(project => (Project: project, File: Compiled(project))).ToList();

        Guard.Holds(assemblies.SelectMany(x => x.File is null
            ? [$"{x.Project.Name} is not built: build the solution first."]
            : ProjectRule.Violations(x.Project.Name, x.Project.Module, ReferencesOf(x.File), ProjectFile.ModuleIds)));
    }

    [Fact]
    public void Every_module_says_its_id() => Guard.Holds(ProjectFile.Product.Where(project => project.Module && project.ModuleId is null).Select(project => $"{project.Path} has no ModuleId."));

    [Theory]
    [InlineData("UnifiedPlatform.PartyBuilding", true, "UnifiedPlatform.OneWindow")]
    [InlineData("UnifiedPlatform.PartyBuilding", true, "one-window-1.0.0")]
    [InlineData("UnifiedPlatform.PartyBuilding", true, "UnifiedPlatform.Host")]
    [InlineData("UnifiedPlatform.PartyBuilding", true, "UnifiedPlatform.Runtime")]
    [InlineData("UnifiedPlatform.Sdk", false, "UnifiedPlatform.Runtime")]
    [InlineData("UnifiedPlatform.Runtime", false, "UnifiedPlatform.Host")]
    [InlineData("UnifiedPlatform.Host", false, "party-building-1.0.0")]
    [InlineData("UnifiedPlatform.Stray", false, "UnifiedPlatform.Sdk")]
    public void A_planted_reference_is_seen(string project, bool module, string reference) =>
        Assert.Single(ProjectRule.Violations(project, module, [reference, "System.Runtime"], Modules));

    [Fact]
    public void A_planted_project_file_is_read_as_it_references()
    {
        var project = ProjectFile.Read(new SourceFile("modules/X/UnifiedPlatform.X.csproj", """
            <Project><PropertyGroup><ModuleId>x</ModuleId></PropertyGroup><ItemGroup>
              <ProjectReference Include="../../host/UnifiedPlatform.Host/UnifiedPlatform.Host.csproj" />
              <ProjectReference Include="../../sdk/UnifiedPlatform.Sdk.Analyzers/UnifiedPlatform.Sdk.Analyzers.csproj" ReferenceOutputAssembly="false" />
            </ItemGroup></Project>
            """));

        Assert.Equal(["UnifiedPlatform.Host"], project.References);
        Assert.Equal("x", project.ModuleId);
    }

    private static string? Compiled(ProjectFile project)
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var folder = Path.Combine(Checkout.Root, Path.GetDirectoryName(project.Path)!, "bin", output.Parent!.Name, output.Name);
        return Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, project.ModuleId is { } id ? id + "-*.dll" : project.Name + ".dll").OrderByDescending(File.GetLastWriteTimeUtc).FirstOrDefault()
            : null;
    }

    private static List<string> ReferencesOf(string file)
    {
        using var stream = File.OpenRead(file);
        using var assembly = new PEReader(stream);
        var metadata = assembly.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }
}
