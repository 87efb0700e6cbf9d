namespace UnifiedPlatform.OneWindow.Domain.Queues;

/// <summary>A piece of open work: which part of the case (empty: the case itself), which signature, in whose queue.</summary>
/// <param name="PartKey">Part; empty: the home line of the case.</param>
/// <param name="Leaf">Signature leaf; empty: none.</param>
/// <param name="Lane">Lane.</param>
/// <param name="Queue">Queue.</param>
/// <param name="DueOn">Due; null: none.</param>
public sealed record QueueLine(string PartKey, string Leaf, Lane Lane, QueueKey Queue, DateOnly? DueOn)
{
    public string Key => $"{PartKey}#{Leaf}";
}

/// <summary>A queue: who at which organisation in which town.</summary>
/// <param name="Org">Organisation.</param>
/// <param name="Region">Region, nine digits (town) or shorter.</param>
/// <param name="Role">Role.</param>
/// <param name="Kind"><c>department</c>, or the id of the module that does the work.</param>
public sealed record QueueKey(string Org, string Region, string Role, string Kind)
{
    public const string Department = "department";
}
