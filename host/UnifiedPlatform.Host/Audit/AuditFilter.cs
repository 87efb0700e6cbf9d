namespace UnifiedPlatform.Host.Audit;

/// <summary>What entries are looked for.</summary>
/// <param name="Resident">Whose record was touched: “who viewed my record”.</param>
/// <param name="Actor">Account that acted.</param>
/// <param name="Day">Day of the chain.</param>
/// <param name="Act">Act, e.g. <c>view</c>.</param>
/// <param name="Before">Only entries before this one; null: from the newest on.</param>
/// <param name="Limit">How many.</param>
internal sealed record AuditFilter(Guid? Resident = null, string? Actor = null, DateOnly? Day = null, string? Act = null, long? Before = null, int Limit = 50);
