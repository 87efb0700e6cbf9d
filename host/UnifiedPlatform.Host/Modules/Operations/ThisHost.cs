using System.Security.Cryptography;
using System.Text;
using UnifiedPlatform.Host.Composition;

namespace UnifiedPlatform.Host.Modules.Operations;

/// <summary>Name of this host in the journal: the machine and its data directory, the same after a restart.</summary>
internal sealed class ThisHost(PlatformOptions options)
{
    public string Name { get; } = $"{Environment.MachineName[..Math.Min(Environment.MachineName.Length, 60)]}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(options.Data)))[..8]}";
}
