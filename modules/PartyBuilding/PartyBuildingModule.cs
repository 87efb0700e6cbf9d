using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.PartyBuilding;

/// <summary>Party organisations, members, their contacts with households and the service minutes that arrive by exchange.</summary>
public sealed class PartyBuildingModule : IModule
{
    public void ConfigureServices(IModuleServices module)
    {
    }

    public void Map(IModuleRoutes routes)
    {
    }
}
