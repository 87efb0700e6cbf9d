using UnifiedPlatform.Sdk.Modules;
using UnifiedPlatform.Sdk.Web;

namespace UnifiedPlatform.OneWindow.Pages;

/// <summary>The pages and what they post to.</summary>
internal static class PageForms
{
    public static void Map(IModuleRoutes routes)
    {
        NewCaseForms.Map(routes.Pages);
        CaseForms.Map(routes.Pages);
        CorrectionForms.Map(routes.Pages);
        PartPosts.Map(routes.Pages);
        TrackForms.Map(routes.Pages);
        CaseCard.Map(routes.Pages);
        CounterAside.Map(routes.Pages);
        routes.MapPages();
    }
}
