namespace UnifiedPlatform.Kit.Tests.Kit;

/// <summary>Configuration this program was built in; what it packs and runs is of the same.</summary>
internal static class Build
{
#if DEBUG
    public const string Configuration = "Debug";
#else
    public const string Configuration = "Release";
#endif
}
