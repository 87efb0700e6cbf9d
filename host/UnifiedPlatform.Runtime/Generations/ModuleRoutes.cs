using System.Reflection;
using Microsoft.AspNetCore.Routing;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime.Generations;

/// <inheritdoc cref="IModuleRoutes"/>
internal sealed record ModuleRoutes(IEndpointRouteBuilder Api, IEndpointRouteBuilder Pages, Assembly Code, ModuleInfo Info) : IModuleRoutes;
