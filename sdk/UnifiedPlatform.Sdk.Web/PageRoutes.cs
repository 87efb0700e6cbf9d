using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Sdk.Web;

/// <summary>Maps the pages of an assembly.</summary>
public static class PageRoutes
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Maps every page (<c>@page</c>) of the module, relative to <c>/m/{id}</c>.</summary>
    public static void MapPages(this IModuleRoutes routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        routes.Pages.MapPages(routes.Code);
    }

    /// <summary>Maps every page (<c>@page</c>) of the assembly. A page without a rule stops the start.</summary>
    public static void MapPages(this IEndpointRouteBuilder routes, Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(routes);
        ArgumentNullException.ThrowIfNull(assembly);
        foreach (var page in assembly.GetTypes().Where(type => type is { IsAbstract: false, IsClass: true } && typeof(IComponent).IsAssignableFrom(type)))
            foreach (var route in page.GetCustomAttributes<RouteAttribute>())
                Map(routes, page, route.Template);
    }

    private static void Map(IEndpointRouteBuilder routes, Type page, string template)
    {
        var rules = page.GetCustomAttributes().OfType<IEndpointRule>().ToArray();
        if (rules.Length == 0)
            throw new InvalidOperationException($"The page {page.FullName} has no rule. Add @attribute [Needs(…)], [SignedIn(…)] or [Public(…)].");
        routes.MapMethods(template, Methods, http => new PageResult(page, new(StringComparer.Ordinal), StatusCodes.Status200OK, PageKind.Page).ExecuteAsync(http))
            .WithDisplayName($"page {page.Name}").WithMetadata([.. rules]);
    }
}
