using System.Text;

namespace UnifiedPlatform.Host.Residents.Indexing;

/// <summary>Writes a token condition as an FTS5 query. Tokens are quoted, so nothing a person types becomes syntax.</summary>
internal static class MatchExpression
{
    public static string Of(TokenCondition condition)
    {
        var text = new StringBuilder();
        Write(condition, text);
        return text.ToString();
    }

    private static void Write(TokenCondition condition, StringBuilder text)
    {
        switch (condition)
        {
            case TokenCondition.Has has:
                text.Append('"').Append(has.Token.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
                break;
            case TokenCondition.All all:
                Join(all.Of, " AND ", text);
                break;
            case TokenCondition.Any any:
                Join(any.Of, " OR ", text);
                break;
        }
    }

    private static void Join(IReadOnlyList<TokenCondition> conditions, string with, StringBuilder text)
    {
        if (conditions.Count == 0) throw new ArgumentException("A condition without parts asks for nothing.");
        text.Append('(');
        for (var i = 0; i < conditions.Count; i++)
        {
            if (i > 0) text.Append(with);
            Write(conditions[i], text);
        }
        text.Append(')');
    }
}
