using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace UnifiedPlatform.Sdk.Web;

/// <summary>Tells components where they are; a page leaves by <see cref="PlatformPage.GoTo"/>.</summary>
internal sealed class PageNavigation : NavigationManager
{
    public void Begin(HttpRequest request) => Initialize($"{request.Scheme}://{request.Host}/", request.GetEncodedUrl());

    protected override void NavigateToCore(string uri, NavigationOptions options) =>
        throw new NotSupportedException("A page is rendered once. Use GoTo(address) of PlatformPage.");
}
