using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Autofac;
using Autofac.Core;
using Microsoft.Extensions.DependencyInjection;
using ServiceKeyAttribute = Microsoft.Extensions.DependencyInjection.ServiceKeyAttribute;

namespace UnifiedPlatform.Runtime.Container;

/// <summary>Supplies parameters that name a key, and the key of the registration itself.</summary>
internal sealed class KeyedParameter(object? ownKey) : Parameter
{
    public override bool CanSupplyValue(ParameterInfo pi, IComponentContext context, [NotNullWhen(true)] out Func<object?>? valueProvider)
    {
        valueProvider = null;
        if (ownKey is not null && pi.IsDefined(typeof(ServiceKeyAttribute), inherit: false) && pi.ParameterType.IsInstanceOfType(ownKey))
            valueProvider = () => ownKey;
        else if (pi.GetCustomAttribute<FromKeyedServicesAttribute>(inherit: false) is { } from)
            valueProvider = Keyed(from, pi, context);
        return valueProvider is not null;
    }

    private Func<object?> Keyed(FromKeyedServicesAttribute from, ParameterInfo parameter, IComponentContext context)
    {
        var service = Service(from, parameter.ParameterType);
        if (!context.IsRegisteredService(service) && parameter.HasDefaultValue) return () => parameter.DefaultValue;
        return () => context.ResolveService(service);
    }

    private Service Service(FromKeyedServicesAttribute from, Type type) => (from.LookupMode, from.Key ?? ownKey) switch
    {
        (ServiceKeyLookupMode.NullKey, _) or (_, null) => new TypedService(type),
        var (_, key) => new Autofac.Core.KeyedService(ServicePopulation.Key(key), type),
    };
}
