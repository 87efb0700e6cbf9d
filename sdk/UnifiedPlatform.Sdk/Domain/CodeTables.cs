namespace UnifiedPlatform.Sdk.Domain;

/// <summary>The code tables in use.</summary>
public static class CodeTables
{
    /// <summary>Sex.</summary>
    public static CodeTable Sex { get; } = new("sex", "GB/T 2261.1", "0 1 2 9");

    /// <summary>Kind of identity document.</summary>
    public static CodeTable DocumentKind { get; } = new("document-kind", "GA/T 2000.156", "111 112 113 114 117 118 123 154 217 414 511 516 553 554 990");

    /// <summary>Relation to the head of the household. When the head changes, every relation of the household is asked anew.</summary>
    public static CodeTable Relation { get; } = new("relation", "GB/T 4761",
        "01 02 10 11 12 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40 41 42 43 44 45 46 47 48 49 50 51 52 53 54 55 56 57 58 59 "
        + "60 61 62 63 64 65 66 67 68 69 70 71 72 73 74 75 76 77 78 79 80 81 82 83 84 85 86 87 88 89 90 91 92 93 94 95 96 97 98 99");

    /// <summary>All tables.</summary>
    public static IReadOnlyList<CodeTable> All { get; } = [Sex, DocumentKind, Relation];
}
