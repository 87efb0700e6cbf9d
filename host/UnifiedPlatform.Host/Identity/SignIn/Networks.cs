using System.Net;
using UnifiedPlatform.Host.Composition;

namespace UnifiedPlatform.Host.Identity.SignIn;

/// <summary>Lists of networks in CIDR form.</summary>
internal static class Networks
{
    public static bool Contain(string list, IPAddress? address)
    {
        if (address is null) return false;
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Any(text => IPNetwork.TryParse(text, out var network) && network.Contains(plain));
    }

    /// <summary>Networks of the halls, where many work behind one address; in demo and development this machine.</summary>
    public static string Halls(IConfiguration settings, PlatformOptions options) =>
        settings["Security:HallNetworks"] ?? (options.Demo || options.Development ? "127.0.0.0/8,::1/128" : "");

    /// <summary>The first entry that is no network; null: all are.</summary>
    public static string? Fault(string list) =>
        list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault(text => !IPNetwork.TryParse(text, out _));
}
