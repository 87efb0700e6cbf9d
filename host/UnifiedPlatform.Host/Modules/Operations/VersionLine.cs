using UnifiedPlatform.Host.Modules.Data;
using UnifiedPlatform.Runtime;
using UnifiedPlatform.Runtime.Packages;

namespace UnifiedPlatform.Host.Modules.Operations;

/// <summary>A version in the store.</summary>
/// <param name="Version">Version.</param>
/// <param name="State">Whether it serves, is wanted, or rests.</param>
/// <param name="Sdk">SDK range it needs; null: its manifest cannot be read.</param>
/// <param name="Schema">Schema its data are on; null: none.</param>
/// <param name="ReadsData">Whether it can read the data as they are now.</param>
/// <param name="Hash">Hash of its manifest: what a revocation names.</param>
/// <param name="Publisher">Who signed it.</param>
/// <param name="Fingerprint">SHA-256 of the publisher's key.</param>
/// <param name="InstalledAt">When it was installed.</param>
/// <param name="InstalledBy">By whom.</param>
/// <param name="LastGoodAt">When it last took over; null: never.</param>
/// <param name="Fault">Why it may not be loaded; null: it may.</param>
internal sealed record VersionLine(
    string Version, VersionState State, string? Sdk, string? Schema, bool ReadsData, string Hash, string Publisher, string Fingerprint, DateTimeOffset InstalledAt, string InstalledBy, DateTimeOffset? LastGoodAt, string? Fault)
{
    public static VersionLine Of(KeptVersion row, InstalledVersion? stored, DesiredModule? desired, ModuleStatus status, ModulesPicture picture, ModuleFailureTexts words) => new(
        row.Version,
        status.Version == row.Version && status.Answers ? VersionState.Serves : desired?.Version == row.Version ? VersionState.Wanted : VersionState.Rests,
        stored?.Package?.Manifest.Requires.Sdk, stored?.Package?.Manifest.Data?.SchemaVersion, picture.CanRead(row.Module, row.Version), row.Hash, row.Publisher, row.Fingerprint, row.InstalledAt, row.InstalledBy, row.LastGoodAt,
        stored?.Failure is { } failure ? words.Of(failure) : null);
}
