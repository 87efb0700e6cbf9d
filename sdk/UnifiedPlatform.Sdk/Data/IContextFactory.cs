namespace UnifiedPlatform.Sdk.Data;

/// <summary>Makes a context without a unit of work, for migrations.</summary>
internal interface IContextFactory
{
    ModuleDbContext Create();
}
