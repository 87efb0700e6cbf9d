namespace UnifiedPlatform.Host.Modules.Operations;

/// <summary>Who acts on a module, and why.</summary>
/// <param name="Actor">See <see cref="Data.Operation.Actor"/>.</param>
/// <param name="Reason">In words.</param>
internal sealed record Act(string Actor, string Reason)
{
    /// <summary>The platform itself.</summary>
    public const string Host = "host";

    /// <summary>Beginning of an actor at the command line.</summary>
    public const string Shell = "cli:";
}
