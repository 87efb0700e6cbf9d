using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Volunteering;

/// <summary>Volunteers, activities with sign-up, pairing with a case, and hours from proposal to publication.</summary>
public sealed class VolunteeringModule : IModule
{
    public void ConfigureServices(IModuleServices module)
    {
    }

    public void Map(IModuleRoutes routes)
    {
    }
}
