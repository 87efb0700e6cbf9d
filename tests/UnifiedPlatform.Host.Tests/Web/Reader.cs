using System.Globalization;
using UnifiedPlatform.Sdk.Testing;
using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.Host.Tests.Web;

/// <summary>Somebody who reads in a language, with the host's own texts.</summary>
internal sealed class Reader : IDisposable
{
    private readonly (CultureInfo Culture, CultureInfo UICulture) _before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);

    public Reader(string language) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

    public ResourceTexts Texts { get; } = ResourceTexts.Read(Path.Combine(Checkout.Root, "host", "UnifiedPlatform.Host", "Resources"));

    public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = _before;
}
