using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Host.Identity.Sessions;

/// <summary>The cookie of a signed-in browser: session id and account, sealed. What the person may do is never in it.</summary>
internal sealed class SessionTicket(IDataProtectionProvider protection)
{
    public const string Cookie = "__Host-up";
    private const int SidLength = 16;
    private readonly IDataProtector _protector = protection.CreateProtector("UnifiedPlatform.Identity.Session.v1");

    public static byte[] NewSid() => RandomNumberGenerator.GetBytes(SidLength);

    public static byte[] Hash(ReadOnlySpan<byte> sid) => SHA256.HashData(sid);

    public string Seal(ReadOnlySpan<byte> sid, AccountId account) =>
        Base64Url.EncodeToString(_protector.Protect([.. sid, .. account.Value.ToByteArray(bigEndian: true)]));

    public bool TryOpen(string? cookie, out byte[] sid, out AccountId account)
    {
        (sid, account) = ([], default);
        if (string.IsNullOrEmpty(cookie) || !Base64Url.IsValid(cookie)) return false;
        try
        {
            var bytes = _protector.Unprotect(Base64Url.DecodeFromChars(cookie));
            if (bytes.Length != SidLength + 16) return false;
            (sid, account) = (bytes[..SidLength], new AccountId(new Guid(bytes.AsSpan(SidLength), bigEndian: true)));
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    public static void Write(HttpResponse response, string value) => response.Cookies.Append(Cookie, value, Options());

    public static void Delete(HttpResponse response) => response.Cookies.Delete(Cookie, Options());

    private static CookieOptions Options() => new() { Secure = true, HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true };
}
