namespace UnifiedPlatform.Sdk.Access;

/// <summary>Opens residents and their fields to the handlers of a case: granted by the counter, kept by the host, ends with the task.</summary>
public interface IGrants
{
    /// <summary>Gives the subject the view of a resident until the lease ends or <see cref="EndAsync"/>.</summary>
    /// <exception cref="Modules.CapabilityDeniedException">The module does not have <see cref="Modules.Capabilities.OpenResident"/>.</exception>
    ValueTask GiveAsync(string subject, Residents.ResidentId resident, string verbs, string caseNumber, string partKey, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Ends the resident grants of a part, or of the case when <paramref name="partKey"/> is null.</summary>
    /// <exception cref="Modules.CapabilityDeniedException">The module does not have <see cref="Modules.Capabilities.OpenResident"/>.</exception>
    ValueTask EndAsync(string caseNumber, string? partKey, CancellationToken cancellationToken);
}
