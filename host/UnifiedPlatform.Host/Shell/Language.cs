using System.Globalization;

namespace UnifiedPlatform.Host.Shell;

/// <summary>Decides the language of a request: the reader's choice (cookie), else what the browser asks for, else Chinese.</summary>
internal static class Language
{
    public const string Cookie = "up-lang";
    public const string Chinese = "zh-Hans";
    public const string English = "en";

    private static readonly CultureInfo ChineseCulture = CultureInfo.GetCultureInfo(Chinese);
    private static readonly CultureInfo EnglishCulture = CultureInfo.GetCultureInfo(English);

    public static void UseLanguage(this IApplicationBuilder app) => app.Use(static next => context =>
    {
        var culture = Of(context.Request) == English ? EnglishCulture : ChineseCulture;
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
        return next(context);
    });

    public static string Of(HttpRequest request) => request.Cookies[Cookie] switch
    {
        English => English,
        Chinese => Chinese,
        _ => Asked(request),
    };

    public static bool Known(string? language) => language is Chinese or English;

    // A browser set to English that can read Chinese too gets English; one that names neither gets Chinese.
    private static string Asked(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .Where(language => language.Quality is null or > 0)
        .OrderByDescending(language => language.Quality ?? 1)
        .Select(language => language.Value.Value ?? "")
        .FirstOrDefault(language => language.StartsWith("zh", StringComparison.OrdinalIgnoreCase) || language.StartsWith("en", StringComparison.OrdinalIgnoreCase))
        ?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true ? English : Chinese;
}
