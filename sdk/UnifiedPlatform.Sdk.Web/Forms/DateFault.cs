using System.Globalization;
using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.Sdk.Web.Forms;

/// <summary>Why a typed date is none.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Year">Year as read.</param>
/// <param name="Month">Month as read.</param>
/// <param name="Day">Day as read.</param>
public sealed record DateFault(DateFaultKind Kind, int Year, int Month, int Day)
{
    /// <summary>The sentence for the reader, with the frame's texts: <c>2026年没有2月30日</c>.</summary>
    public string In(ITexts texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return Kind switch
        {
            DateFaultKind.NoSuchMonth => texts.Format(Words.DateNoMonth, Month),
            DateFaultKind.NoSuchDay => texts.Format(Words.DateImpossible, Year.ToString(CultureInfo.InvariantCulture), texts[Words.Months].Split(' ')[Month - 1], Day),
            _ => texts[Words.DateUnreadable],
        };
    }
}
