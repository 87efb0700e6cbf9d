namespace UnifiedPlatform.Host.Identity.Accounts;

/// <summary>A role to be given.</summary>
/// <param name="Role">Role of the matrix or post of a service item.</param>
/// <param name="Regions">Region codes of 6, 9 or 12 digits, comma-separated.</param>
/// <param name="Grids">Grid codes, comma-separated.</param>
/// <param name="Departments">Department codes, comma-separated.</param>
/// <param name="Until">End; null: open.</param>
/// <param name="Reason">Why; null: not said.</param>
internal sealed record NewGrant(string Role, string Regions = "", string Grids = "", string Departments = "", DateTimeOffset? Until = null, string? Reason = null);
