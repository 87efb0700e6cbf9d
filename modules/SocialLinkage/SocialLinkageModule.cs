using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.SocialLinkage;

/// <summary>Communities, social organisations, social workers and assessments at home.</summary>
public sealed class SocialLinkageModule : IModule
{
    public void ConfigureServices(IModuleServices module)
    {
    }

    public void Map(IModuleRoutes routes)
    {
    }
}
