namespace UnifiedPlatform.Sdk.Web.Forms;

/// <summary>What is wrong with one field.</summary>
/// <param name="Field">Name of the field, also its element id; empty: the form as a whole.</param>
/// <param name="Message">What is wrong with this value and the cure, in the reader's language.</param>
public sealed record FieldError(string Field, string Message);
