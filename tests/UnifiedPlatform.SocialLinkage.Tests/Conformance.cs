using UnifiedPlatform.Sdk.Testing.Conformance;

namespace UnifiedPlatform.SocialLinkage.Tests;

public sealed class Conformance : ModuleConformance<SocialLinkageModule>;
