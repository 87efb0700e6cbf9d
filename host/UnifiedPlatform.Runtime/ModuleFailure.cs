using System.Globalization;

namespace UnifiedPlatform.Runtime;

/// <summary>Why a package was refused or a module does not run: a stable code, whose words are texts of the host (<c>module-failure.{code}</c>), and what fills them in.</summary>
/// <param name="Code">One of <see cref="ModuleFailureCodes"/>.</param>
/// <param name="Arguments">Values for the text: file names, versions, type names. Never personal data.</param>
public sealed record ModuleFailure(string Code, params IReadOnlyList<string> Arguments)
{
    /// <inheritdoc/>
    public override string ToString() => Arguments.Count == 0 ? Code : string.Create(CultureInfo.InvariantCulture, $"{Code} ({string.Join(", ", Arguments)})");
}
