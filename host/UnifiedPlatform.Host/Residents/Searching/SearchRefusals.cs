using UnifiedPlatform.Host.Residents.Register;
using UnifiedPlatform.Sdk.Failures;
using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.Host.Residents.Searching;

/// <summary>Why a search is refused.</summary>
internal static class SearchRefusals
{
    public static Refusal Cursor(ITexts texts) => new("residents.cursor-invalid", 422, texts["residents.search.cursor-invalid"]);

    public static Refusal UnknownTag(ITexts texts) => new("residents.tag-unknown", 422, texts["residents.search.tag-unknown"]);

    public static Refusal TagNotAllowed(ITexts texts, KnownTag tag) => new("residents.tag-not-allowed", 403, texts.Format("residents.search.tag-not-allowed", tag.Title));

    public static Refusal Region(ITexts texts) => new("residents.region-invalid", 422, texts["residents.search.region-invalid"]);
}
