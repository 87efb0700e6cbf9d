using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace UnifiedPlatform.Runtime.Generations;

/// <summary>The environment as a module sees it: rooted in its own package.</summary>
internal sealed class ModuleEnvironment(string environmentName, string applicationName, string folder) : IWebHostEnvironment
{
    private readonly IFileProvider _files = new NullFileProvider();

    public string EnvironmentName { get; set; } = environmentName;

    public string ApplicationName { get; set; } = applicationName;

    public string ContentRootPath { get; set; } = folder;

    public string WebRootPath { get; set; } = Path.Combine(folder, "wwwroot");

    public IFileProvider ContentRootFileProvider { get => _files; set => throw new NotSupportedException("A package is read only."); }

    public IFileProvider WebRootFileProvider { get => _files; set => throw new NotSupportedException("A package is read only."); }
}
