using System.Globalization;
using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.Sdk.Domain;

/// <summary>Why a typed text is not the value it should be: a stable text key with its arguments, from which a page makes the sentence.</summary>
/// <remarks>The arguments may repeat a piece of what was typed (an impossible birth date): they are for the person who typed it, never for a log. <see cref="ToString"/> gives the key only.</remarks>
public sealed class InputFault
{
    private static readonly Dictionary<InputKind, InputProblem[]> Known = new()
    {
        [InputKind.NationalId] = [InputProblem.Missing, InputProblem.Length, InputProblem.Character, InputProblem.FullWidth, InputProblem.ImpossibleDate, InputProblem.FutureDate, InputProblem.CheckDigit, InputProblem.OldCentury],
        [InputKind.CreditCode] = [InputProblem.Missing, InputProblem.Length, InputProblem.Character, InputProblem.FullWidth, InputProblem.CheckDigit],
        [InputKind.Region] = [InputProblem.Missing, InputProblem.Length, InputProblem.Character, InputProblem.FullWidth, InputProblem.Padded],
        [InputKind.Grid] = [InputProblem.Missing, InputProblem.Length, InputProblem.Character, InputProblem.FullWidth, InputProblem.Padded],
        [InputKind.Phone] = [InputProblem.Missing, InputProblem.Length, InputProblem.Character, InputProblem.Prefix, InputProblem.AreaCode],
        [InputKind.Name] = [InputProblem.Missing, InputProblem.Length, InputProblem.Character],
        [InputKind.CaseNumber] = [InputProblem.Missing, InputProblem.Length, InputProblem.Character, InputProblem.FullWidth, InputProblem.ImpossibleDate, InputProblem.CheckDigit],
        [InputKind.DocumentNumber] = [InputProblem.Missing, InputProblem.Length, InputProblem.Character],
        [InputKind.QueryCode] = [InputProblem.Missing, InputProblem.Length, InputProblem.Character, InputProblem.CheckDigit],
    };

    private InputFault(InputKind kind, InputProblem problem, int? position, string? expected, object[] arguments)
    {
        Kind = kind;
        Problem = problem;
        Position = position;
        Expected = expected;
        Arguments = arguments;
    }

    /// <summary>Every text key a fault can have; the host's resources hold a sentence for each.</summary>
    public static IReadOnlyList<string> Keys { get; } = [.. Known.SelectMany(x => x.Value.Select(problem => KeyOf(x.Key, problem)))];

    /// <summary>Kind of value.</summary>
    public InputKind Kind { get; }

    /// <summary>What is wrong.</summary>
    public InputProblem Problem { get; }

    /// <summary>Position of the first wrong character, from 1; null: the whole value.</summary>
    public int? Position { get; }

    /// <summary>What should stand there: the check character or the length; null: not known.</summary>
    public string? Expected { get; }

    /// <summary>Arguments of the text in the order <see cref="InputProblem"/> gives.</summary>
    public IReadOnlyList<object> Arguments { get; }

    /// <summary>Text key <c>input.{kind}.{problem}</c>.</summary>
    public string Key => KeyOf(Kind, Problem);

    /// <summary>The sentence in the reader's language, from the host's texts (<c>IShell.Texts</c>).</summary>
    public string In(ITexts texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return texts.Format(Key, [.. Arguments]);
    }

    /// <summary>The key, without anything that was typed.</summary>
    public override string ToString() => Key;

    internal static InputFault Missing(InputKind kind) => new(kind, InputProblem.Missing, null, null, []);

    internal static InputFault Length(InputKind kind, string expected, int found) => new(kind, InputProblem.Length, null, expected, [expected, found]);

    internal static InputFault At(InputKind kind, InputProblem problem, int position) => new(kind, problem, position, null, [position]);

    internal static InputFault Date(InputKind kind, InputProblem problem, int position, int year, int month, int day) => new(kind, problem, position, null, [year.ToString(CultureInfo.InvariantCulture), month, day]);

    internal static InputFault Check(InputKind kind, int position, char expected) => new(kind, InputProblem.CheckDigit, position, expected.ToString(), [position, expected.ToString()]);

    internal static InputFault Whole(InputKind kind, InputProblem problem) => new(kind, problem, null, null, []);

    private static string KeyOf(InputKind kind, InputProblem problem) => $"input.{Kebab(kind.ToString())}.{Kebab(problem.ToString())}";

    private static string Kebab(string name) => string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(c) : c.ToString()));
}
