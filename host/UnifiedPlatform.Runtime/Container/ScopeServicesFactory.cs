using Autofac;
using Microsoft.Extensions.DependencyInjection;

namespace UnifiedPlatform.Runtime.Container;

/// <summary>Opens scopes below the generation's own.</summary>
internal sealed class ScopeServicesFactory(ILifetimeScope root) : IServiceScopeFactory
{
    public IServiceScope CreateScope() => new OpenScope(root.BeginLifetimeScope());

    private sealed class OpenScope(ILifetimeScope scope) : IServiceScope, IAsyncDisposable
    {
        public IServiceProvider ServiceProvider { get; } = scope.Resolve<IServiceProvider>();

        public void Dispose() => scope.Dispose();

        public ValueTask DisposeAsync() => scope.DisposeAsync();
    }
}
