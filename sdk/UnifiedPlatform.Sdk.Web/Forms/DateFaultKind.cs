namespace UnifiedPlatform.Sdk.Web.Forms;

/// <summary>Kind of a date fault.</summary>
public enum DateFaultKind
{
    /// <summary>Not a date at all.</summary>
    Unreadable,

    /// <summary>A month beyond 12.</summary>
    NoSuchMonth,

    /// <summary>A day the month does not have.</summary>
    NoSuchDay,
}
