namespace UnifiedPlatform.Sdk.Counter;

/// <summary>A capability an installed module offers.</summary>
/// <param name="Capability">Capability with major version, e.g. <c>home-assessment@1</c>.</param>
/// <param name="Module">Module that offers it.</param>
/// <param name="Page">Page of one part, absolute path with <c>{part}</c> in it.</param>
/// <param name="Running">Whether the module runs now.</param>
public sealed record PartOffer(string Capability, string Module, string Page, bool Running);

/// <summary>Which modules do parts: read from the manifests by the host, exported to modules.</summary>
public interface IPartOffers
{
    /// <summary>Every capability offered by an installed module, also by one that does not run now.</summary>
    IReadOnlyList<PartOffer> Offers { get; }
}
