using Microsoft.AspNetCore.Http;

namespace UnifiedPlatform.Sdk.Web.Forms;

/// <summary>A posted form: its values as typed, and what is wrong with them.</summary>
public sealed class FormState(IFormCollection values)
{
    /// <summary>An unposted form without values.</summary>
    public FormState() : this(FormCollection.Empty)
    {
    }

    /// <summary>What is wrong.</summary>
    public FieldErrors Errors { get; } = [];

    /// <summary>Uploaded files.</summary>
    public IFormFileCollection Files => values.Files;

    /// <summary>The value of a field without white space around it; empty when it is absent.</summary>
    public string this[string field] => values.TryGetValue(field, out var value) ? value.ToString().Trim() : "";

    /// <summary>Whether the field was posted at all.</summary>
    public bool Has(string field) => values.ContainsKey(field);

    /// <summary>The value of a field; null when it is absent or empty.</summary>
    public string? Optional(string field) => this[field] is { Length: > 0 } value ? value : null;

    /// <summary>All values of a field, as of check boxes of one name.</summary>
    public IReadOnlyList<string> All(string field) => values.TryGetValue(field, out var all) ? [.. all.OfType<string>().Where(value => value.Length > 0)] : [];

    /// <summary>Whether the box is ticked.</summary>
    public bool Flag(string field) => All(field).Count > 0;

    /// <summary>The file of a field; null when none was chosen.</summary>
    public IFormFile? File(string field) => values.Files.GetFile(field) is { Length: > 0 } file ? file : null;

    /// <summary>Whether anything was posted.</summary>
    public bool Posted => values.Count > 0;

    /// <summary>The date of a field; null when it is empty or wrong, and what is wrong joins <see cref="Errors"/>.</summary>
    /// <param name="field">Field.</param>
    /// <param name="shell">Frame, for today and its texts.</param>
    public DateOnly? Day(string field, IShell shell)
    {
        ArgumentNullException.ThrowIfNull(shell);
        if (Optional(field) is not { } text) return null;
        if (LenientDate.TryParse(text, DateOnly.FromDateTime(shell.Now.DateTime), out var day, out var fault)) return day;
        Errors.Add(field, fault!.In(shell.Texts)); // a refused date has a fault
        return null;
    }

    /// <summary>Reads the posted form; an empty one when the request carries none.</summary>
    public static async ValueTask<FormState> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.HasFormContentType ? new FormState(await request.ReadFormAsync(cancellationToken)) : new FormState();
    }

    /// <summary>Lets an endpoint take the form as a parameter: <c>(FormState form, …) =&gt;</c>.</summary>
    public static async ValueTask<FormState?> BindAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return await ReadAsync(context.Request, context.RequestAborted);
    }
}
