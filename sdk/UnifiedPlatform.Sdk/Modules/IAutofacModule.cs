using Autofac;

namespace UnifiedPlatform.Sdk.Modules;

/// <summary>Optional second interface of a module class for what only Autofac can do.</summary>
public interface IAutofacModule
{
    /// <summary>Adds registrations to the generation's own container, after those of <see cref="IModule.ConfigureServices"/>.</summary>
    void ConfigureContainer(ContainerBuilder builder, ModuleInfo info);
}
