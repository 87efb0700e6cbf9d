using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime.Generations;

/// <inheritdoc cref="IModuleServices"/>
internal sealed record ModuleServices(IServiceCollection Services, ModuleInfo Info, IConfiguration Configuration) : IModuleServices;
