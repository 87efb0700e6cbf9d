using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Web;

namespace UnifiedPlatform.Host.Shell.Components;

/// <summary>Where the forms of the components page post: nothing is kept, the page comes back.</summary>
internal static class ComponentsPost
{
    public static void MapComponentsPost(this IEndpointRouteBuilder routes) => routes
        .MapPost("/_components", (PlatformOptions options) => options.Demo || options.Development ? PageResults.SeeOther("/_components") : Results.NotFound())
        .Public("Keeps nothing; in demo and development only.").ExcludeFromDescription();
}
