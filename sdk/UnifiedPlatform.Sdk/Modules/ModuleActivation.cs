namespace UnifiedPlatform.Sdk.Modules;

/// <summary>When a module starts.</summary>
public enum ModuleActivation
{
    /// <summary>On the first request.</summary>
    Lazy,

    /// <summary>With the host; implied by jobs, subscriptions and hosted services.</summary>
    Eager,
}
