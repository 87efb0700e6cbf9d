using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using UnifiedPlatform.Host.Shell.Forms;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Web;

namespace UnifiedPlatform.Host.Identity.SignIn;

/// <summary>Seals a form for its author, so that the page to sign in can carry it without anything being stored.</summary>
internal sealed class KeptForms(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>Hidden field of the page to sign in.</summary>
    public const string Field = "kept";

    private const int Most = 256 << 10;
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(30);
    private readonly IDataProtector _protector = protection.CreateProtector("UnifiedPlatform.Identity.KeptForm.v1");

    /// <summary>The sealed form; null: it is too large, or holds a password, which is never handed back.</summary>
    public string? Seal(AccountId account, HttpRequest request, IFormCollection form)
    {
        KeptField[] fields = [.. form.Where(field => field.Key != FormTokens.FieldName).SelectMany(field => field.Value.Select(value => new KeptField(field.Key, value ?? "")))];
        if (fields.Any(field => field.Name.Contains("password", StringComparison.OrdinalIgnoreCase))) return null;
        var kept = new KeptForm(
            account, clock.GetUtcNow() + Life, request.PathBase.Add(request.Path).Value + request.QueryString.Value, PageOf(request), fields,
            [.. form.Files.Where(file => file.Length > 0).Select(file => new KeptField(file.Name, file.FileName))]);
        var bytes = JsonSerializer.SerializeToUtf8Bytes(kept, JsonSerializerOptions.Web);
        return bytes.Length > Most ? null : Base64Url.EncodeToString(_protector.Protect(bytes));
    }

    /// <summary>The form of that account; null: somebody else's, too old, or not ours.</summary>
    public KeptForm? Open(string? text, AccountId account)
    {
        if (string.IsNullOrEmpty(text) || !Base64Url.IsValid(text)) return null;
        try
        {
            var kept = JsonSerializer.Deserialize<KeptForm>(_protector.Unprotect(Base64Url.DecodeFromChars(text)), JsonSerializerOptions.Web);
            return kept is not null && kept.Account == account && clock.GetUtcNow() < kept.Until && LocalAddress.IsLocal(kept.Address) ? kept : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The page a form was sent from.</summary>
    public static string PageOf(HttpRequest request) =>
        Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var referer) && referer.Authority == request.Host.Value ? LocalAddress.OrHome(referer.PathAndQuery) : "/";
}
