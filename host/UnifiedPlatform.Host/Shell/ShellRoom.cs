using Microsoft.AspNetCore.Antiforgery;
using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Host.Shell.Assets;
using UnifiedPlatform.Host.Shell.Components;
using UnifiedPlatform.Host.Shell.Errors;
using UnifiedPlatform.Host.Shell.Forms;
using UnifiedPlatform.Runtime;
using UnifiedPlatform.Sdk.Text;
using UnifiedPlatform.Sdk.Web;

namespace UnifiedPlatform.Host.Shell;

/// <summary>Composition of this room. Program calls the methods of every room in one fixed order.</summary>
internal static class ShellRoom
{
    public static void AddShell(this WebApplicationBuilder builder, PlatformOptions options)
    {
        builder.AddListenerLimits();
        var services = builder.Services;
        services.AddHttpContextAccessor();
        services.AddTexts(Path.Combine(AppContext.BaseDirectory, "Resources"));
        services.AddSingleton(ShellOptions.Read(builder.Configuration, options.Demo));
        services.AddSingleton<PlatformAssets>();
        services.AddScoped<IShell, ShellFrame>();
        services.ExportToModules<IShell>();
        services.AddSingleton<IAntiforgeryAdditionalDataProvider, FormOwner>();
        services.AddSingleton<IFormTokens, FormTokens>();
        services.AddAntiforgery(forms =>
        {
            forms.FormFieldName = FormTokens.FieldName;
            forms.HeaderName = FormTokens.HeaderName;
            forms.SuppressXFrameOptionsHeader = true;
            forms.Cookie = new FormCookie { Name = "__Host-up-af", Path = "/", HttpOnly = true, SameSite = SameSiteMode.Strict, IsEssential = true, SecurePolicy = CookieSecurePolicy.None };
        });
    }

    public static void UseShell(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseLanguage();
        app.UseMiddleware<ErrorAnswer>();
        app.Use(static next => context =>
        {
            context.Features.Set(context.RequestServices.GetRequiredService<IFormTokens>());
            return next(context);
        });
    }

    /// <summary>Checks posts of browsers; after sign-in, because a token belongs to an account.</summary>
    public static void UseForms(this WebApplication app) => app.UseMiddleware<FormGuard>();

    public static void MapShell(this WebApplication app)
    {
        app.MapAssets();
        app.MapPreferences();
        app.MapCspReports();
        app.MapComponentsPost();
        app.MapPages(typeof(ShellRoom).Assembly);
    }
}
