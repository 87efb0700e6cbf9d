namespace UnifiedPlatform.Runtime;

/// <summary>Prepares the host scope that the runtime opens beside a job or consumer scope, e.g. names the actor. Registered by host rooms.</summary>
public interface IHostScopeOpening
{
    /// <summary>Called once, before anything is resolved from the scope.</summary>
    void Open(IServiceProvider hostScope, string moduleId);
}
