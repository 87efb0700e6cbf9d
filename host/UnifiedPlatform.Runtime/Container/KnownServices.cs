using Microsoft.Extensions.DependencyInjection;

namespace UnifiedPlatform.Runtime.Container;

/// <summary>Which types were registered as such. Autofac would also answer for arrays, <c>Func&lt;T&gt;</c> and the like, and a minimal API
/// would then take a query parameter <c>string[]</c> for a service.</summary>
internal sealed class KnownServices(IEnumerable<ServiceDescriptor> services)
{
    private readonly HashSet<Type> _types = [.. services.Where(descriptor => !descriptor.IsKeyedService).Select(descriptor => descriptor.ServiceType)];

    public bool Allows(Type type)
    {
        if (type.IsGenericTypeDefinition) return false;
        if (_types.Contains(type)) return true;
        if (!type.IsGenericType) return !type.IsArray && !type.IsPrimitive && type != typeof(string);
        var open = type.GetGenericTypeDefinition();
        return open == typeof(IEnumerable<>) || _types.Contains(open) || open.Assembly != typeof(Func<>).Assembly;
    }
}
