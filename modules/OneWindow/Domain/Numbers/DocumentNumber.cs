using System.Globalization;
using UnifiedPlatform.OneWindow.Domain.Items;

namespace UnifiedPlatform.OneWindow.Domain.Numbers;

/// <summary>Number of a document: case number, kind and running number within the case. It needs no counter of its own.</summary>
public static class DocumentNumber
{
    public static string Of(string caseNumber, DocumentKind kind, int n) => string.Create(CultureInfo.InvariantCulture, $"{caseNumber}-{kind}{n:D2}");
}
