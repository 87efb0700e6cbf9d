using System.Collections.Frozen;
using UnifiedPlatform.Runtime.Packages;

namespace UnifiedPlatform.Host.Modules.Trust;

/// <summary>Publishers and decisions on capabilities as of one reading.</summary>
internal sealed record TrustState(TrustedPublishers Publishers, FrozenDictionary<(string Module, string Capability), bool> Decisions);
