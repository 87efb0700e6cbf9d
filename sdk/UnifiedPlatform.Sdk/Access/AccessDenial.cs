namespace UnifiedPlatform.Sdk.Access;

/// <summary>Why the gate refuses.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">Code of the problem document; also the text key of its title.</param>
/// <param name="Permission">Missing permission; null: another reason.</param>
internal sealed record AccessDenial(int Status, string Code, string? Permission)
{
    public const string Undecided = "security.access-undecided";
    public const string SignInRequired = "security.sign-in-required";
    public const string PermissionMissing = "security.permission-missing";
    public const string AuditUnavailable = "audit.unavailable";
}
