using System.Globalization;

namespace UnifiedPlatform.Sdk.Web.Forms;

/// <summary>Whole numbers of a posted form.</summary>
public static class FormNumbers
{
    /// <summary>A whole number in a range; null: empty, or refused with the message.</summary>
    public static int? Number(this FormState form, string field, int least, int most, string message)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (form.Optional(field) is not { } typed) return null;
        if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        form.Errors.Add(field, message);
        return null;
    }
}
