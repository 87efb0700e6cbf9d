using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Host.Identity.SignIn;

/// <summary>Two small sealed things a browser carries: that an account signed in here before, and that the password was right and only the code is missing.</summary>
internal sealed class BrowserTokens(IDataProtectionProvider protection)
{
    public const string DeviceCookie = "__Host-up-device";
    private static readonly TimeSpan DeviceLife = TimeSpan.FromDays(90);
    private static readonly TimeSpan CodeLife = TimeSpan.FromMinutes(5);
    private readonly ITimeLimitedDataProtector _device = protection.CreateProtector("UnifiedPlatform.Identity.Device.v1").ToTimeLimitedDataProtector();
    private readonly ITimeLimitedDataProtector _code = protection.CreateProtector("UnifiedPlatform.Identity.CodeWanted.v1").ToTimeLimitedDataProtector();

    public void Remember(HttpResponse response, AccountId account, Guid device)
    {
        var bytes = _device.Protect([.. account.Value.ToByteArray(bigEndian: true), .. device.ToByteArray(bigEndian: true)], DeviceLife);
        response.Cookies.Append(DeviceCookie, Base64Url.EncodeToString(bytes), new CookieOptions { Secure = true, HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = DeviceLife, IsEssential = true });
    }

    public (AccountId Account, Guid Device)? Known(HttpRequest request) =>
        Open(_device, request.Cookies[DeviceCookie]) is { Length: 32 } bytes ? (new AccountId(new Guid(bytes.AsSpan(0, 16), bigEndian: true)), new Guid(bytes.AsSpan(16), bigEndian: true)) : null;

    public string CodeWanted(string user) => Base64Url.EncodeToString(_code.Protect(Encoding.UTF8.GetBytes(user), CodeLife));

    public string? ProvedUser(string? token) => Open(_code, token) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;

    private static byte[]? Open(ITimeLimitedDataProtector protector, string? text)
    {
        if (string.IsNullOrEmpty(text) || !Base64Url.IsValid(text)) return null;
        try
        {
            return protector.Unprotect(Base64Url.DecodeFromChars(text));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
