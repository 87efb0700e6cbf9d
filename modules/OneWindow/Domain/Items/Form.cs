using System.Text.Json;
using UnifiedPlatform.OneWindow.Domain.Expressions;
using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.OneWindow.Domain.Items;

/// <summary>The application form: what is valid, and how it is laid out.</summary>
public sealed record Form(JsonElement Schema, IReadOnlyList<FormSection> Sections)
{
    public IEnumerable<Field> Fields => Sections.SelectMany(section => section.Fields);

    /// <summary>The sections that are asked. A condition sees only values of sections that are asked themselves; one that cannot be answered yet does not hold.</summary>
    /// <param name="inputsOf">Inputs with the values of these fields alone.</param>
    public IReadOnlySet<string> Asked(Func<IReadOnlySet<string>, IInputs> inputsOf)
    {
        var asked = Sections.Where(section => section.When is null).Select(section => section.Key).ToHashSet();
        while (Sections.FirstOrDefault(section => !asked.Contains(section.Key) && section.When!.Satisfied(inputsOf(FieldsOf(asked)))) is { } next) asked.Add(next.Key); // the others have a condition
        return asked;
    }

    /// <summary>Fields of some sections.</summary>
    public IReadOnlySet<string> FieldsOf(IReadOnlySet<string> sections) => Sections.Where(section => sections.Contains(section.Key)).SelectMany(section => section.Fields).Select(field => field.Path).ToHashSet();
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
