using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.SocialLinkage.Organisations;

/// <summary>A registered social organisation that serves communities.</summary>
public sealed class SocialOrganisation : IScoped
{
    public const int NameLength = 100;

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Scope Scope { get; private set; } = new();
    public int Version { get; private set; }

    /// <summary>Unified social credit code, checked, upper case.</summary>
    public required string Uscc { get; init; }
    public required string Name { get; set; }
    public required OrganisationKind Kind { get; init; }
    public DateOnly? LicenceUntil { get; private set; }

    /// <summary>Recomputed with each change and every night, so that the list reads its order from an index.</summary>
    public LicenceState Licence { get; private set; } = LicenceState.Unknown;

    public IReadOnlyList<OrganisationAction> Possible => Licence == LicenceState.Ended ? [] : [OrganisationAction.Renew, OrganisationAction.End];

    /// <summary>False: the organisation is dissolved.</summary>
    public bool Renew(DateOnly? until, DateOnly today)
    {
        if (Licence == LicenceState.Ended) return false;
        (LicenceUntil, Licence) = (until, LicenceRules.StateOn(until, today));
        return true;
    }

    /// <summary>False: already dissolved.</summary>
    public bool End()
    {
        if (Licence == LicenceState.Ended) return false;
        Licence = LicenceState.Ended;
        return true;
    }

    /// <summary>True: the state is another one today.</summary>
    public bool Remind(DateOnly today)
    {
        var before = Licence;
        if (Licence != LicenceState.Ended) Licence = LicenceRules.StateOn(LicenceUntil, today);
        return before != Licence;
    }
}
