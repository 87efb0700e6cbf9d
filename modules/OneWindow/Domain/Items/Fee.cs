using UnifiedPlatform.OneWindow.Domain.Expressions;
using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.OneWindow.Domain.Items;

/// <summary>A fee; the amount is text with two decimals.</summary>
public sealed record Fee(string Key, string Amount, string Law, Expr? When = null, Expr? Waive = null);

/// <summary>A reason for which the item may be refused.</summary>
public sealed record RefusalReason(string Key, LocalizedText Text, string Law);
