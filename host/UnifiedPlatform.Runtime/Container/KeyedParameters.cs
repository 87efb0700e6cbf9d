using System.Reflection;
using Autofac.Core;
using Microsoft.Extensions.DependencyInjection;
using ServiceKeyAttribute = Microsoft.Extensions.DependencyInjection.ServiceKeyAttribute;

namespace UnifiedPlatform.Runtime.Container;

/// <summary>Constructor parameters with <c>[FromKeyedServices]</c> or <c>[ServiceKey]</c>.</summary>
internal static class KeyedParameters
{
    public static IEnumerable<Parameter> For(Type implementation, object? key) =>
        implementation.GetConstructors().SelectMany(constructor => constructor.GetParameters()).Any(IsKeyed) ? [new KeyedParameter(key)] : [];

    private static bool IsKeyed(ParameterInfo parameter) =>
        parameter.IsDefined(typeof(FromKeyedServicesAttribute), inherit: false) || parameter.IsDefined(typeof(ServiceKeyAttribute), inherit: false);
}
