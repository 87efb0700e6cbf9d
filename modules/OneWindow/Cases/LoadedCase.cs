using UnifiedPlatform.OneWindow.Data;
using UnifiedPlatform.OneWindow.Domain.Cases;
using UnifiedPlatform.OneWindow.Domain.Items;

namespace UnifiedPlatform.OneWindow.Cases;

/// <summary>A case read from its log, with the row it is kept in and the rules that hold for it.</summary>
internal sealed record LoadedCase(CaseRow Row, CaseFile State, ServiceItem Rules, IReadOnlyList<CaseEvent> Log);
