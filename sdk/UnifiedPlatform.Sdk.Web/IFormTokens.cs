using Microsoft.AspNetCore.Http;

namespace UnifiedPlatform.Sdk.Web;

/// <summary>Feature of the request by which any page, of the host or of a module, protects its forms; set by the host, which also checks the posts.</summary>
public interface IFormTokens
{
    /// <summary>Name of the hidden field.</summary>
    string Field { get; }

    /// <summary>Name of the header that calls of <c>/api</c> with a cookie carry instead.</summary>
    string Header { get; }

    /// <summary>The token of this request; sets the cookie it belongs to.</summary>
    string Token(HttpContext http);
}
