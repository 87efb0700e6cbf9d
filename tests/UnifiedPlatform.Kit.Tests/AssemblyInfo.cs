using UnifiedPlatform.Kit.Tests.Kit;

[assembly: AssemblyFixture(typeof(Feed))]
// Each test runs compilers and hosts: two at once take longer than one after the other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
