using Microsoft.AspNetCore.Antiforgery;
using UnifiedPlatform.Sdk.Web;

namespace UnifiedPlatform.Host.Shell.Forms;

/// <summary>Tokens from the host's one key ring, so that a form of one module version is accepted by the next.</summary>
internal sealed class FormTokens(IAntiforgery antiforgery) : IFormTokens
{
    public const string FieldName = "_form";
    public const string HeaderName = "X-Up-Form";

    public string Field => FieldName;

    public string Header => HeaderName;

    public string Token(HttpContext http) => antiforgery.GetAndStoreTokens(http).RequestToken!; // always made by GetAndStoreTokens
}
