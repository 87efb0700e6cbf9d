using Autofac.Core;

namespace UnifiedPlatform.Runtime;

/// <summary>Names what was thrown; a container wraps the real exception.</summary>
internal static class Thrown
{
    public static string Name(Exception error) => Real(error).GetType() is var type && type.FullName is { } name ? name : type.Name;

    /// <summary>What was thrown itself.</summary>
    public static Exception Real(Exception error)
    {
        while (error is DependencyResolutionException or System.Reflection.TargetInvocationException && error.InnerException is { } inner) error = inner;
        return error;
    }
}
