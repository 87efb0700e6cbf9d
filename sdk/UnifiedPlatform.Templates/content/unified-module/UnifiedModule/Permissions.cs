namespace UnifiedModule;

/// <summary>Permissions of the module; the host's roles get them as Declarations.cs suggests.</summary>
internal static class Permissions
{
#if (database)
    public const string View = "module-id.entry.view";
    public const string Edit = "module-id.entry.edit";
#else
    public const string View = "module-id.today.view";
#endif
#if (withPart)
    public const string CheckView = "module-id.check.view";
    public const string CheckEdit = "module-id.check.edit";
#endif
}
