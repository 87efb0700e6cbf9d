namespace UnifiedPlatform.Host.Identity.ApiKeys;

/// <summary>CRC-32 (IEEE 802.3): finds typos, proves nothing.</summary>
internal static class Crc32
{
    private const uint Polynomial = 0xEDB88320;

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 1 ? crc >> 1 ^ Polynomial : crc >> 1;
        }
        return ~crc;
    }
}
