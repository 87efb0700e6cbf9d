namespace UnifiedPlatform.Sdk.Lists;

/// <summary>A page of a list.</summary>
/// <param name="Items">The rows.</param>
/// <param name="NextCursor">Opaque cursor of the next page; null: this was the last.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor)
{
    /// <summary>The same page in another form.</summary>
    public Page<TOther> Select<TOther>(Func<T, TOther> form) => new([.. Items.Select(form)], NextCursor);
}
