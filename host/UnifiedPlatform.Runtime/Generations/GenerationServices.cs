using System.Diagnostics;
using System.Diagnostics.Metrics;
using Autofac;
using Autofac.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using UnifiedPlatform.Runtime.Container;
using UnifiedPlatform.Runtime.Dispatch;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime.Generations;

/// <summary>Composes the container of a generation: the SDK's services, the module's own, then the host's over them.</summary>
internal sealed class GenerationServices(
    IServiceProvider host, IEnumerable<ModuleExport> exports, IConfiguration configuration, ModuleRuntimeOptions options, RuntimeMetrics metrics, TimeProvider clock, ILoggerFactory loggers)
{
    private static readonly Type[] FrameworkImports =
        [typeof(IDataProtectionProvider), typeof(IHttpContextAccessor), typeof(DiagnosticSource), typeof(DiagnosticListener), typeof(IMeterFactory), typeof(TimeProvider)];

    public void Fill(ContainerBuilder builder, IModule module, ModuleInfo info, ModuleManifest manifest, ModuleLifetime lifetime)
    {
        var services = new ServiceCollection();
        services.AddOptions().AddLogging().AddRouting();
        services.AddModuleOpenApi(info);
        SdkModuleDefaults.Add(services, info, manifest);
        var decisions = host.GetRequiredService<IModuleCapabilities>();
        var capabilities = new OwnCapabilities(manifest, decisions);
        var settings = capabilities.Has(Capabilities.Settings) ? ConfigurationSnapshot.Of(configuration, info.Id) : new ConfigurationBuilder().Build();
        module.ConfigureServices(new ModuleServices(services, info, settings));

        // Left alone it would be the version's folder, and every form opened before an upgrade would be refused after it.
        services.PostConfigure<DataProtectionOptions>(protection => protection.ApplicationDiscriminator = "module " + info.Id);
        var imports = Imports().ToArray();
        foreach (var import in imports) services.RemoveAll(import.Service);
        foreach (var own in new[] { typeof(IWebHostEnvironment), typeof(IHostEnvironment), typeof(IHostApplicationLifetime), typeof(IConfiguration), typeof(ILoggerFactory), typeof(ModuleInfo), typeof(ModuleManifest), typeof(IModuleCapabilities), typeof(OwnCapabilities) }) services.RemoveAll(own);

        builder.Populate(services);
        (module as IAutofacModule)?.ConfigureContainer(builder, info);
        builder.RegisterType<HostScope>().InstancePerLifetimeScope();
        builder.RegisterInstance(module).As<IModule>().ExternallyOwned();
        // Who it is and what it may do is the host's to say, whatever the module registered.
        builder.RegisterInstance(info);
        builder.RegisterInstance(manifest);
        builder.RegisterInstance(decisions).As<IModuleCapabilities>().ExternallyOwned();
        builder.RegisterInstance(capabilities);
        builder.RegisterInstance(lifetime).As<IHostApplicationLifetime>().ExternallyOwned();
        builder.RegisterInstance(Environment(info)).As<IWebHostEnvironment>().As<IHostEnvironment>();
        builder.RegisterInstance(settings).As<IConfiguration>().OnRelease(root => (root as IDisposable)?.Dispose());
        builder.RegisterInstance(new LimitedLoggerFactory(loggers, new LogBudget(info.Id, options, metrics, clock, loggers.CreateLogger<LogBudget>()))).As<ILoggerFactory>().ExternallyOwned();
        foreach (var import in imports) Import(builder, import, info, capabilities);
    }

    private IEnumerable<ModuleExport> Imports() =>
        FrameworkImports.Where(type => host.GetService(type) is not null).Select(type => new ModuleExport(type, null)).Concat(exports).DistinctBy(export => export.Service);

    private void Import(ContainerBuilder builder, ModuleExport export, ModuleInfo info, OwnCapabilities capabilities)
    {
        if (export is { ForModule: { } guarded, Needs: { } capability })
            builder.RegisterComponent(RegistrationBuilder.ForDelegate(export.Service, (_, _) =>
            {
                capabilities.Demand(capability);
                return guarded(host, info);
            }).As(export.Service).InstancePerDependency().ExternallyOwned().CreateRegistration());
        else if (export.ForModule is { } make)
            builder.RegisterInstance(make(host, info)).As(export.Service).ExternallyOwned();
        else if (host.GetRequiredService<HostLifetimes>().IsSingleton(export.Service))
            builder.RegisterInstance(host.GetRequiredService(export.Service)).As(export.Service).ExternallyOwned();
        else
            builder.RegisterComponent(RegistrationBuilder.ForDelegate(export.Service, (context, _) => context.Resolve<HostScope>().Services.GetRequiredService(export.Service))
                .As(export.Service).InstancePerDependency().ExternallyOwned().CreateRegistration());
    }

    private ModuleEnvironment Environment(ModuleInfo info)
    {
        var outer = host.GetRequiredService<IHostEnvironment>();
        return new ModuleEnvironment(outer.EnvironmentName, outer.ApplicationName, info.PackageFolder);
    }
}
