namespace UnifiedPlatform.Faults.Tests;

/// <summary>Configuration these tests were built in; the host process is run from the same.</summary>
internal static class Build
{
#if DEBUG
    public const string Configuration = "Debug";
#else
    public const string Configuration = "Release";
#endif
}
