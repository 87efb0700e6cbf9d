using System.Text.Json;

namespace UnifiedPlatform.Sdk.Modules;

/// <inheritdoc cref="IModuleJson"/>
internal sealed class ModuleJson : IModuleJson
{
    public JsonSerializerOptions Options { get; } = PlatformJson.Create();

    public JsonSerializerOptions Lenient { get; } = PlatformJson.CreateLenient();
}
