using System.Text.Json;

namespace UnifiedPlatform.Sdk.Modules;

/// <summary>The generation's own JSON options. Never use the framework's shared ones: their caches would keep an old version of the module alive.</summary>
public interface IModuleJson
{
    /// <summary>Options for requests, answers and the module's own data: unknown members are refused.</summary>
    JsonSerializerOptions Options { get; }

    /// <summary>Options for reading what another party wrote (topics): unknown members are ignored.</summary>
    JsonSerializerOptions Lenient { get; }
}
