using System.Security.Cryptography;

namespace UnifiedPlatform.Runtime.Packages;

/// <summary>The fingerprint of a public key: SHA-256 of its <c>SubjectPublicKeyInfo</c>, 64 lower-case hexadecimal digits, shown in groups of four.</summary>
public static class KeyFingerprint
{
    /// <summary>Fingerprint of a key.</summary>
    public static string Of(ECDsa key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));
    }

    /// <summary>Sixteen groups of four digits, to read aloud and to type.</summary>
    public static string Show(string fingerprint)
    {
        ArgumentNullException.ThrowIfNull(fingerprint);
        return string.Join(' ', fingerprint.Chunk(4).Select(group => new string(group)));
    }

    /// <summary>The digits of a fingerprint as somebody typed it; spaces, colons, hyphens and case do not matter.</summary>
    public static string Typed(string? text) =>
        string.Concat((text ?? "").Where(character => character is not (' ' or ':' or '-' or '\t' or '\r' or '\n' or '\u3000'))).ToLowerInvariant();
}
