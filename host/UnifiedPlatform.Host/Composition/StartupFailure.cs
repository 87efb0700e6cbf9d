namespace UnifiedPlatform.Host.Composition;

/// <summary>The host cannot start. The message is one line that says what to do; Program prints it and exits with <paramref name="exitCode"/>.</summary>
public sealed class StartupFailure(string message, int exitCode = 2) : Exception(message)
{
    /// <summary>Exit code, never 0.</summary>
    public int ExitCode { get; } = exitCode;
}
