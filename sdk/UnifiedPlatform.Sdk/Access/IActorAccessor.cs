namespace UnifiedPlatform.Sdk.Access;

/// <summary>Who acts in this scope. Filled once by the endpoint gate (requests) or by who opens the scope (jobs, consumers); never filled means nobody, and nobody may do nothing. Scoped.</summary>
public interface IActorAccessor
{
    /// <summary>Who acts; null: nobody.</summary>
    Actor? Actor { get; }

    /// <summary>What the actor may do.</summary>
    IRights Rights { get; }

    /// <summary>Address the request came from, for audit; null in jobs.</summary>
    string? Address { get; }

    /// <summary>Sets who acts in this scope.</summary>
    void Become(Actor? actor, IRights rights, string? address = null);
}
