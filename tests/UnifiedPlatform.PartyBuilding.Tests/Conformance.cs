using UnifiedPlatform.Sdk.Testing.Conformance;

namespace UnifiedPlatform.PartyBuilding.Tests;

public sealed class Conformance : ModuleConformance<PartyBuildingModule>;
