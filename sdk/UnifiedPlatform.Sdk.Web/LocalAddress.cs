namespace UnifiedPlatform.Sdk.Web;

/// <summary>Accepts addresses of this site only, so that no form or link can send a reader elsewhere.</summary>
public static class LocalAddress
{
    /// <summary>The address when it is a path of this site, else <c>/</c>.</summary>
    public static string OrHome(string? address) => IsLocal(address) ? address! : "/"; // IsLocal refuses null

    /// <summary>Whether the address is an absolute path of this site: one slash first, no back slash, no control character.</summary>
    public static bool IsLocal(string? address) =>
        address is ['/', ..] && !address.StartsWith("//", StringComparison.Ordinal) &&
        !address.Any(c => c == '\\' || char.IsControl(c)) && Uri.TryCreate(address, UriKind.Relative, out _);
}
