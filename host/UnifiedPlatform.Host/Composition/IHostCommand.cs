namespace UnifiedPlatform.Host.Composition;

/// <summary>A verb of the host on the command line (<c>-- audit verify FILE</c>), registered by the room it belongs to. The host is built, but its hosted services are not started.</summary>
internal interface IHostCommand
{
    /// <summary>First word, e.g. <c>audit</c>.</summary>
    string Name { get; }

    /// <summary>One line: words and flags it takes.</summary>
    string Usage { get; }

    /// <summary>Runs it and gives the exit code.</summary>
    /// <param name="words">What follows the first word, flags removed.</param>
    /// <param name="cancellationToken">Ctrl+C.</param>
    Task<int> RunAsync(IReadOnlyList<string> words, CancellationToken cancellationToken);
}
