namespace UnifiedPlatform.Sdk.Access;

/// <summary>Kind of actor.</summary>
public enum ActorKind
{
    /// <summary>A person with an account.</summary>
    Staff,

    /// <summary>An API key.</summary>
    Machine,

    /// <summary>A module acting in a job or consumer with its manifest's capabilities.</summary>
    Module,

    /// <summary>The platform itself.</summary>
    System,
}
