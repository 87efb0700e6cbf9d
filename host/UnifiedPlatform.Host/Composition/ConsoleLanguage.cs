using System.Globalization;

namespace UnifiedPlatform.Host.Composition;

/// <summary>Language of texts on the console: Chinese on a Chinese machine, English on any other.</summary>
internal static class ConsoleLanguage
{
    public static void Use()
    {
        if (CultureInfo.CurrentUICulture.TwoLetterISOLanguageName != "zh") CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
    }
}
