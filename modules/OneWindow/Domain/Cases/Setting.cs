using UnifiedPlatform.OneWindow.Domain.Expressions;
using UnifiedPlatform.OneWindow.Domain.Items;
using UnifiedPlatform.Sdk.Calendar;

namespace UnifiedPlatform.OneWindow.Domain.Cases;

/// <summary>Everything besides case and command that a decision depends on.</summary>
/// <param name="Day">Day of the act.</param>
/// <param name="At">Instant of the act.</param>
/// <param name="Rules">Version of the item that rules.</param>
/// <param name="Calendar">Calendar.</param>
/// <param name="Inputs">Values of the dossier, the resident and the answers so far.</param>
/// <param name="Bindings">Capability → module that does it now.</param>
/// <param name="By">Who acts.</param>
/// <param name="Key">Key of the first event where the caller has one (a module's report); null: made from the event.</param>
public sealed record Setting(
    DateOnly Day, DateTimeOffset At, ServiceItem Rules, IWorkCalendar Calendar, IInputs Inputs, IReadOnlyDictionary<string, string> Bindings, Acting By, string? Key = null);
