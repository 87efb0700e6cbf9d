namespace UnifiedPlatform.Runtime;

/// <summary>What a call into a module is for; counted apart.</summary>
public enum ModuleWork
{
    /// <summary>A question of the host.</summary>
    Call,

    /// <summary>A run of a job.</summary>
    Job,

    /// <summary>A batch of a topic.</summary>
    Topic,
}
