using Microsoft.Extensions.Configuration;

namespace UnifiedPlatform.Runtime.Generations;

/// <summary>A module's own section, copied: the host's reload token would hold on to whoever listens.</summary>
internal static class ConfigurationSnapshot
{
    public static IConfigurationRoot Of(IConfiguration host, string moduleId)
    {
        var section = host.GetSection($"Modules:{moduleId}");
        return new ConfigurationBuilder().AddInMemoryCollection(section.AsEnumerable(makePathsRelative: true).Where(setting => setting.Value is not null)).Build();
    }
}
