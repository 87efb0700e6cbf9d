using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Web;
using UnifiedPlatform.Sdk.Web.Forms;

namespace UnifiedPlatform.Host.Shell;

/// <summary>Language, type size and theme: cookies that hold a choice and nothing else, so that they also work before anybody signs in. The language is kept with the account as well.</summary>
internal static class Preferences
{
    public const string TypeCookie = "up-type";
    public const string ThemeCookie = "up-theme";

    public static (string Type, string Theme) Of(HttpRequest request) =>
        (request.Cookies[TypeCookie] is "large" ? "large" : "normal", request.Cookies[ThemeCookie] is "light" or "dark" ? request.Cookies[ThemeCookie]! : "system");

    public static void MapPreferences(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/language", SetLanguageAsync).Public("A reader chooses a language before signing in.").ExcludeFromDescription();
        routes.MapPost("/preferences", SetDisplay).Public("A reader chooses type and theme before signing in.").ExcludeFromDescription();
    }

    private static async Task<IResult> SetLanguageAsync(HttpContext http, FormState form, ILanguageChoice choice, CancellationToken cancellationToken)
    {
        if (Language.Known(form["language"]))
        {
            KeepLanguage(http, form["language"]);
            if (http.Features.Get<IActorFeature>()?.Actor is { Kind: ActorKind.Staff, Account: var account }) await choice.KeepAsync(account, form["language"], cancellationToken);
        }
        return PageResults.SeeOther(form["returnUrl"]);
    }

    /// <summary>Sets the language of this browser.</summary>
    public static void KeepLanguage(HttpContext http, string language) => Keep(http, Language.Cookie, language);

    private static IResult SetDisplay(HttpContext http, FormState form)
    {
        if (form["type"] is "normal" or "large") Keep(http, TypeCookie, form["type"]);
        if (form["theme"] is "system" or "light" or "dark") Keep(http, ThemeCookie, form["theme"]);
        return PageResults.SeeOther(form["returnUrl"]);
    }

    // Readable by the script, which applies a choice at once.
    private static void Keep(HttpContext http, string name, string value) => http.Response.Cookies.Append(name, value, new CookieOptions
    {
        Path = "/",
        MaxAge = TimeSpan.FromDays(365),
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
    });
}
