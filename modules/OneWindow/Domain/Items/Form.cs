using System.Text.Json;
using UnifiedPlatform.OneWindow.Domain.Expressions;
using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.OneWindow.Domain.Items;

/// <summary>The application form: what is valid, and how it is laid out.</summary>
public sealed record Form(JsonElement Schema, IReadOnlyList<FormSection> Sections)
{
    public IEnumerable<Field> Fields => Sections.SelectMany(section => section.Fields);
}

public sealed record FormSection(string Key, LocalizedText Title, IReadOnlyList<Field> Fields, Expr? When = null);

/// <summary>One field of the form.</summary>
public sealed record Field(
    string Path, Widget Widget, LocalizedText Label, string Law, Reopen Reopen, LocalizedText? Help = null, Prefill? Prefill = null,
    LocalizedText? Purpose = null, Sensitivity? Sensitive = null, bool Public = false, string? Semantic = null, IReadOnlyList<Option>? Options = null);

/// <summary>Where a value comes from before somebody types it.</summary>
public sealed record Prefill(string From, Limit MaxAge, bool Editable);

public enum Widget
{
    Text,
    Textarea,
    Number,
    Money,
    Date,
    Month,
    Choice,
    Multichoice,
    Yesno,
    Person,
    Address,
    Region,
    Phone,
    Idcard,
    Bank,
    File,
    Signature,
    Map,
}

public enum Reopen
{
    Field,
    Section,
}

public enum Sensitivity
{
    Health,
    Religion,
    Biometric,
    Finance,
    Location,
    Identity,
    Minor,
}
