namespace UnifiedPlatform.Sdk.Parts;

/// <summary>Limits of every workbench.</summary>
public static class PartDeskRules
{
    /// <summary>Longest reason of a hand-back.</summary>
    public const int ReasonLength = 500;
}

/// <summary>How a module calls its part tasks in rights, audit and failures.</summary>
/// <typeparam name="TTask">The module's own task.</typeparam>
/// <param name="Module">Module id, head of the failure codes.</param>
/// <param name="Resource">Resource name, e.g. <c>party-building.contact</c>.</param>
public sealed record PartDeskRules<TTask>(string Module, string Resource) where TTask : PartTask
{
    /// <summary>Permission to see the workbench.</summary>
    public string View => Resource + ".view";

    /// <summary>Permission to take, answer and hand back.</summary>
    public string Edit => Resource + ".edit";
}
