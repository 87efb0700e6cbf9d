using Microsoft.AspNetCore.Components;
using UnifiedPlatform.Sdk.Web.Forms;

namespace UnifiedPlatform.Sdk.Web.Components;

/// <summary>A field of a form: label above, error between label and field, hint or source below. Inside a <c>PostForm</c> it shows what was typed.</summary>
public abstract class FieldComponent : ShellComponent
{
    /// <summary>The posted form around the field; null: shown for the first time.</summary>
    [CascadingParameter]
    protected FormState? State { get; set; }

    /// <summary>Name of the form field.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    /// <summary>Label.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>Element id; default: the name.</summary>
    [Parameter]
    public string? Id { get; set; }

    /// <summary>Hint below the field.</summary>
    [Parameter]
    public string? Hint { get; set; }

    /// <summary>Where a prefilled value comes from and how old it is, below the field.</summary>
    [Parameter]
    public string? Source { get; set; }

    /// <summary>Whether the source is old and the value must be asked again.</summary>
    [Parameter]
    public bool SourceOld { get; set; }

    /// <summary>Says “optional” beside the label.</summary>
    [Parameter]
    public bool Optional { get; set; }

    /// <summary>What is wrong; default: what the posted form says about the field.</summary>
    [Parameter]
    public string? Error { get; set; }

    /// <summary>Holds personal data: never kept by the browser.</summary>
    [Parameter]
    public bool Private { get; set; }

    /// <summary>Id of the form the field belongs to when it stands outside of it.</summary>
    [Parameter]
    public string? Form { get; set; }

    /// <summary>Element id.</summary>
    protected string Key => Id ?? Name;

    /// <summary>What is wrong with the value.</summary>
    protected string? Fault => Error ?? State?.Errors[Name];

    /// <summary>Value of <c>aria-invalid</c>.</summary>
    protected string? Invalid => Fault is null ? null : "true";

    /// <summary>Value of <c>aria-describedby</c>.</summary>
    protected string? Described => string.Join(' ', Parts()) is { Length: > 0 } ids ? ids : null;

    /// <summary>The typed value when the form is shown again, else the given one.</summary>
    protected string? Typed(string? given) => State?.Has(Name) == true ? State[Name] : given;

    private IEnumerable<string> Parts()
    {
        if (Fault is not null) yield return Key + "-e";
        if (Hint is not null) yield return Key + "-h";
        if (Source is not null) yield return Key + "-s";
    }
}
