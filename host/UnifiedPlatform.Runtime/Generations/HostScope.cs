namespace UnifiedPlatform.Runtime.Generations;

/// <summary>The host's scope beside a scope of the module; scoped imports come from it.</summary>
internal sealed class HostScope
{
    private IServiceProvider? _services;

    public IServiceProvider Services
    {
        get => _services ?? throw new InvalidOperationException("A scoped service of the host was asked for outside a request, job or consumer.");
        set => _services = value;
    }
}
