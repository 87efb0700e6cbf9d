using System.Collections;

namespace UnifiedPlatform.Sdk.Web.Forms;

/// <summary>What is wrong with a form, by field name, in the order in which it was found; one message a field.</summary>
public sealed class FieldErrors : IEnumerable<FieldError>
{
    private readonly List<FieldError> _errors = [];

    /// <summary>Whether anything is wrong.</summary>
    public bool Any => _errors.Count > 0;

    /// <summary>How many fields are wrong.</summary>
    public int Count => _errors.Count;

    /// <summary>The message of a field; null: nothing is wrong with it.</summary>
    public string? this[string field] => _errors.Find(error => error.Field == field)?.Message;

    /// <summary>Adds what is wrong with a field, in the reader's language; the first message of a field stays.</summary>
    public FieldErrors Add(string field, string message)
    {
        if (this[field] is null) _errors.Add(new FieldError(field, message));
        return this;
    }

    /// <inheritdoc />
    public IEnumerator<FieldError> GetEnumerator() => _errors.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
