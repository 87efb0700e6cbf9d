using System.Net;

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

    /// <summary>The first entry that is no network; null: all are.</summary>
    public static string? Fault(string list) =>
        list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault(text => !IPNetwork.TryParse(text, out _));
}
