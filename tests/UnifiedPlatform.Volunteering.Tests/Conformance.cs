using UnifiedPlatform.Sdk.Testing.Conformance;

namespace UnifiedPlatform.Volunteering.Tests;

public sealed class Conformance : ModuleConformance<VolunteeringModule>;
