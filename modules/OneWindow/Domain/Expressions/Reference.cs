using System.Collections.Immutable;

namespace UnifiedPlatform.OneWindow.Domain.Expressions;

/// <summary>Names an input: <c>$form/…</c>, <c>$q/…</c>, <c>$part/key/outcome</c>, <c>$resident/…</c>, <c>$today</c>, <c>$it/…</c>.</summary>
public sealed record Reference(Root Root, ImmutableArray<string> Path)
{
    public bool Equals(Reference? other) => other is not null && Root == other.Root && Path.SequenceEqual(other.Path);

    public override int GetHashCode() => HashCode.Combine(Root, string.Join('/', Path));

    public override string ToString() => string.Join('/', [Name(Root), .. Path.Select(Pointer.Escape)]);

    public static Reference? Parse(string text)
    {
        if (text is not ['$', .. var rest]) return null;
        var pieces = rest.Split('/');
        Root? root = pieces[0] switch
        {
            "form" => Root.Form,
            "q" => Root.Question,
            "part" => Root.Part,
            "resident" => Root.Resident,
            "today" => Root.Today,
            "it" => Root.Element,
            _ => null,
        };
        return root is null || pieces.Skip(1).Any(piece => piece.Length == 0) ? null : new Reference(root.Value, [.. pieces.Skip(1).Select(Pointer.Unescape)]);
    }

    private static string Name(Root root) => root switch
    {
        Root.Form => "$form",
        Root.Question => "$q",
        Root.Part => "$part",
        Root.Resident => "$resident",
        Root.Today => "$today",
        _ => "$it",
    };
}

/// <summary>Where an input comes from.</summary>
public enum Root
{
    Form,
    Question,
    Part,
    Resident,
    Today,
    Element,
}
