namespace UnifiedPlatform.Host.Modules.Operations;

/// <summary>A capability some installed version asks for, or that was decided on once.</summary>
/// <param name="Capability">Capability.</param>
/// <param name="Granted">The decision; null: nobody has decided.</param>
/// <param name="DecidedBy">See <see cref="Data.Operation.Actor"/>; null: nobody.</param>
/// <param name="DecidedAt">When; null: never.</param>
/// <param name="Reason">Why, in the decider's words.</param>
internal sealed record CapabilityLine(string Capability, bool? Granted, string? DecidedBy, DateTimeOffset? DecidedAt, string? Reason);
