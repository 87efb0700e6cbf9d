using System.Security.Cryptography;
using System.Text;

namespace UnifiedPlatform.Host.Modules.Operations;

/// <summary>A module's settings as one hash: the running generation was given a copy, so that others need another generation.</summary>
internal sealed class ModuleSettings(IConfiguration configuration)
{
    public string HashOf(string moduleId)
    {
        var settings = configuration.GetSection($"Modules:{moduleId}").AsEnumerable(makePathsRelative: true).Where(setting => setting.Value is not null).OrderBy(setting => setting.Key, StringComparer.OrdinalIgnoreCase);
        var text = new StringBuilder();
        foreach (var (key, value) in settings) text.Append(key.ToUpperInvariant()).Append('\0').Append(value).Append('\0');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
