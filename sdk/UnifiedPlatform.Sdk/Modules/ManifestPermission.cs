using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.Sdk.Modules;

/// <summary>A permission the module declares (<see cref="PermissionAttribute"/>).</summary>
/// <param name="Id">Full id.</param>
/// <param name="Title">Title.</param>
/// <param name="Risk">Risk: <c>low normal high critical</c>.</param>
/// <param name="Roles">Role keys it is suggested for.</param>
public sealed record ManifestPermission(string Id, LocalizedText Title, string Risk, IReadOnlyList<string> Roles);
