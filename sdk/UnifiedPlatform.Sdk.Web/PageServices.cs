using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace UnifiedPlatform.Sdk.Web;

/// <summary>The request's services plus the few that rendering needs, so that a module's container has to register nothing for pages.</summary>
internal sealed class PageServices : IServiceProvider, IKeyedServiceProvider, IAsyncDisposable
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly HashSet<Type> OwnTypes = [];
    private static readonly ServiceProvider Own = Build();

    private readonly IServiceProvider _request;
    private readonly AsyncServiceScope _own = Own.CreateAsyncScope();

    public PageServices(HttpContext http)
    {
        _request = http.RequestServices;
        ((PageNavigation)_own.ServiceProvider.GetRequiredService<NavigationManager>()).Begin(http.Request);
    }

    public object? GetService(Type serviceType) =>
        serviceType == typeof(HtmlEncoder) ? Encoder
        : serviceType == typeof(IServiceProvider) ? this
        : OwnTypes.Contains(serviceType) ? _own.ServiceProvider.GetService(serviceType)
        : _request.GetService(serviceType);

    public object? GetKeyedService(Type serviceType, object? serviceKey) => (_request as IKeyedServiceProvider)?.GetKeyedService(serviceType, serviceKey);

    public object GetRequiredKeyedService(Type serviceType, object? serviceKey) => _request.GetRequiredKeyedService(serviceType, serviceKey);

    public ValueTask DisposeAsync() => _own.DisposeAsync();

    private static ServiceProvider Build()
    {
        var services = new ServiceCollection();
        services.AddScoped<NavigationManager, PageNavigation>();
        services.AddSupplyValueFromQueryProvider();
        foreach (var service in services)
        {
            OwnTypes.Add(service.ServiceType);
            OwnTypes.Add(typeof(IEnumerable<>).MakeGenericType(service.ServiceType));
        }
        return services.BuildServiceProvider();
    }
}
