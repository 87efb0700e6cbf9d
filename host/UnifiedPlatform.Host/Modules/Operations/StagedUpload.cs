using UnifiedPlatform.Runtime.Packages;

namespace UnifiedPlatform.Host.Modules.Operations;

/// <summary>An upload that waits.</summary>
/// <param name="Package">The checked package.</param>
/// <param name="Content">The file, where other hosts need it too; null elsewhere.</param>
/// <param name="Account">Who uploaded it.</param>
/// <param name="At">When.</param>
internal sealed record StagedUpload(StagedPackage Package, byte[]? Content, Guid Account, DateTimeOffset At);
