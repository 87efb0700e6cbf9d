using System.Globalization;

namespace UnifiedPlatform.Sdk.Text;

/// <summary>A text inside data (service items, titles of manifests) in both languages.</summary>
/// <param name="Zh">Simplified Chinese (zh-Hans), always present.</param>
/// <param name="En">English.</param>
public sealed record LocalizedText(string Zh, string En)
{
    /// <summary>The text for a language; anything but English falls back to Chinese.</summary>
    public string In(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return culture.TwoLetterISOLanguageName == "en" && En.Length > 0 ? En : Zh;
    }

    /// <summary>The text in the current UI language.</summary>
    public override string ToString() => In(CultureInfo.CurrentUICulture);
}
