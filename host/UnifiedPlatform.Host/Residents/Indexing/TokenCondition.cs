namespace UnifiedPlatform.Host.Residents.Indexing;

/// <summary>What a query asks of a resident's tokens. Every engine answers it exactly; <see cref="Holds"/> is the meaning.</summary>
public abstract record TokenCondition
{
    private TokenCondition()
    {
    }

    /// <summary>One token is there.</summary>
    public sealed record Has(string Token) : TokenCondition
    {
        /// <inheritdoc/>
        public override bool Holds(IReadOnlySet<string> tokens) => tokens.Contains(Token);
    }

    /// <summary>All hold.</summary>
    public sealed record All(IReadOnlyList<TokenCondition> Of) : TokenCondition
    {
        /// <inheritdoc/>
        public override bool Holds(IReadOnlySet<string> tokens) => Of.All(c => c.Holds(tokens));
    }

    /// <summary>One of them holds.</summary>
    public sealed record Any(IReadOnlyList<TokenCondition> Of) : TokenCondition
    {
        /// <inheritdoc/>
        public override bool Holds(IReadOnlySet<string> tokens) => Of.Any(c => c.Holds(tokens));
    }

    /// <summary>Whether a resident with these tokens is asked for.</summary>
    public abstract bool Holds(IReadOnlySet<string> tokens);

    /// <summary>All hold; one alone stands for itself.</summary>
    public static TokenCondition AllOf(IEnumerable<TokenCondition> of) => of.ToArray() is [var one] ? one : new All([.. of]);

    /// <summary>One holds; one alone stands for itself.</summary>
    public static TokenCondition AnyOf(IEnumerable<TokenCondition> of) => of.ToArray() is [var one] ? one : new Any([.. of]);

    /// <summary>One of the tokens is there.</summary>
    public static TokenCondition AnyOf(IEnumerable<string> tokens) => AnyOf(tokens.Distinct(StringComparer.Ordinal).Select(t => (TokenCondition)new Has(t)));

    /// <summary>All of the tokens are there.</summary>
    public static TokenCondition AllOf(IEnumerable<string> tokens) => AllOf(tokens.Distinct(StringComparer.Ordinal).Select(t => (TokenCondition)new Has(t)));
}
