namespace UnifiedPlatform.Sdk.Data;

/// <summary>Makes a context without a unit of work, for migrations.</summary>
internal interface IContextFactory
{
    /// <summary>Type of the contexts it makes.</summary>
    Type Context { get; }

    /// <summary>Table of applied migrations.</summary>
    string History { get; }

    ModuleDbContext Create();
}
