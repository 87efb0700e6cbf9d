namespace UnifiedPlatform.Sdk.Web;

/// <summary>How much of the page frame an answer carries.</summary>
internal enum PageKind
{
    Page,
    Fragment,
}
