using System.Globalization;

namespace UnifiedPlatform.PartyBuilding.Members;

internal static class MemberWords
{
    /// <summary>Hours with one decimal (handbook §4.2); rounding is of the display only.</summary>
    public static string Hours(int minutes) => (minutes / 60m).ToString("0.0", CultureInfo.InvariantCulture);
}
