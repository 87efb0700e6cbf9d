namespace UnifiedPlatform.Host.Modules.Data;

/// <summary>One act on a module in the journal: a crash finds here how far it was. At most one of a module is open.</summary>
internal sealed class Operation
{
    public const int ReasonLength = 400;

    public required Guid Id { get; init; }

    /// <summary>Module id.</summary>
    public required string Module { get; init; }

    public required OperationVerb Verb { get; init; }

    /// <summary>Version that was wanted when it was asked for; null: none.</summary>
    public string? From { get; init; }

    /// <summary>Version it leads to; null: none.</summary>
    public string? To { get; init; }

    public OperationState State { get; set; }

    /// <summary>Key of the account, <c>cli:</c> with the operating system's user, or <c>host</c>.</summary>
    public required string Actor { get; init; }

    /// <summary>Why, in the actor's words.</summary>
    public required string Reason { get; init; }

    /// <summary>Whether the actor agreed to lose what was written since the backup, because <see cref="To"/> cannot read it.</summary>
    public bool Restores { get; init; }

    /// <summary>Whether somebody called it off.</summary>
    public bool CallOff { get; set; }

    /// <summary>Steps so far, as JSON (<c>OperationStep</c>).</summary>
    public string Steps { get; set; } = "[]";

    /// <summary>Backup of the data made on the way, or the one to go back to when it <see cref="Restores"/>.</summary>
    public string? Backup { get; set; }

    /// <summary>Code of the failure; null: none.</summary>
    public string? FailureCode { get; set; }

    /// <summary>Arguments of the failure, as JSON; null: none.</summary>
    public string? FailureArguments { get; set; }

    /// <summary>Host that works or worked on it.</summary>
    public string? Host { get; set; }

    /// <summary>How often a host took it; more than one after a crash.</summary>
    public int Attempts { get; set; }

    public required DateTimeOffset AskedAt { get; init; }

    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>Last sign of the host that works on it.</summary>
    public DateTimeOffset? SeenAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }
}
