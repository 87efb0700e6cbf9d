namespace UnifiedPlatform.Sdk.Text;

/// <summary>User texts of one package in the reader's language (<see cref="System.Globalization.CultureInfo.CurrentUICulture"/>).</summary>
/// <remarks>Keys are flat and generated as constants from <c>Resources/zh-Hans.json</c>; a test fails on a key missing in either language.</remarks>
public interface ITexts
{
    /// <summary>The text of a key. A missing key gives the key in brackets and is counted, never an exception.</summary>
    string this[string key] { get; }

    /// <summary>The text of a key with <c>{0}</c> … filled in, formatted for the reader's language.</summary>
    string Format(string key, params object?[] arguments);
}
