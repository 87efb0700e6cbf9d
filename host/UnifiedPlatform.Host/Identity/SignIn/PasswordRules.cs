using System.Text;
using System.Text.RegularExpressions;

namespace UnifiedPlatform.Host.Identity.SignIn;

/// <summary>What a new password must be. Checked as typed, never trimmed or cut.</summary>
internal static partial class PasswordRules
{
    public const int Shortest = 12;
    public const int Longest = 128;
    private const int LongEnoughForOneClass = 16;
    private const int ClassesWanted = 3;

    private static readonly HashSet<string> Words = new(
    [
        "password", "passwort", "passw", "admin", "administrator", "administrators", "root", "toor", "user", "guest", "test", "tester", "testing", "demo", "welcome", "letmein", "login",
        "changeme", "secret", "default", "master", "system", "server", "manager", "superuser", "office", "windows", "linux", "oracle", "mysql", "postgres", "sqlserver",
        "qwerty", "qwertyuiop", "qwertyuiopasdf", "qwertyuiopasdfghjkl", "asdf", "asdfgh", "asdfghjkl", "zxcv", "zxcvbn", "zxcvbnm", "qazwsx", "qazwsxedc", "wsxedc", "abcd", "abcdef", "abcdefg",
        "abcdefgh", "abcdefghij", "abcdefghijkl", "abcdefghijklmnopqrstuvwxyz", "abc", "aaa", "iloveyou", "loveyou", "love", "sunshine", "princess", "dragon", "monkey", "football", "baseball", "superman", "batman",
        "woaini", "woaiwojia", "woaizhongguo", "zhongguo", "beijing", "shanghai", "anhui", "anqing", "huaining", "nihao", "wang", "zhang", "mima", "mimamima", "guanliyuan", "ceshi", "xitong",
        "unifiedplatform", "unified", "platform", "yizhan", "tongban", "chuangkou", "minzheng", "dangjian", "zhiyuanzhe", "gaohe", "gaohezhen", "shequ", "jiedao", "zhengwu", "zhengfu",
    ], StringComparer.Ordinal);

    /// <summary>Text key of what is wrong with the password; null: it is good.</summary>
    public static string? Fault(string password, IEnumerable<string> context, bool classes)
    {
        ArgumentNullException.ThrowIfNull(password);
        if (password.Length < Shortest) return Keys.PasswordTooShort;
        if (password.Length > Longest) return Keys.PasswordTooLong;
        if (IsCommon(password) || context.Any(word => word.Length >= 3 && password.Contains(word, StringComparison.OrdinalIgnoreCase))) return Keys.PasswordCommon;
        return classes && password.Length < LongEnoughForOneClass && Classes(password) < ClassesWanted ? Keys.PasswordClasses : null;
    }

    // A list of ten thousand common passwords is mostly few words with digits, signs and look-alike letters around them: take those away and compare.
    private static bool IsCommon(string password)
    {
        var bare = Letters(password.ToLowerInvariant());
        if (bare.Length < 3 || bare.Distinct().Count() <= 2 || password.Distinct().Count() <= 4) return true;
        return Words.Contains(bare) || IsRepeated(bare) || Words.Any(word => word.Length >= 4 && bare.Replace(word, "", StringComparison.Ordinal).Length <= 2);
    }

    // One to four letters three times or more in a row.
    [GeneratedRegex(@"(.{1,4})\1{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Repeated();

    private static bool IsRepeated(string text) => Repeated().Matches(text).Any(match => match.Length * 2 > text.Length);

    private static string Letters(string password)
    {
        var letters = new StringBuilder(password.Length);
        var trimmed = password.AsSpan().TrimEnd("0123456789!@#$%^&*?.,_-+=~ ").TrimStart("0123456789!#%^&*?.,_-+=~ ");
        foreach (var c in trimmed)
        {
            var letter = c switch { '0' => 'o', '1' => 'i', '3' => 'e', '4' or '@' => 'a', '5' or '$' => 's', '7' => 't', _ => c };
            if (char.IsLetter(letter)) letters.Append(letter);
        }
        return letters.ToString();
    }

    private static int Classes(string password) =>
        (password.Any(char.IsLower) ? 1 : 0) + (password.Any(char.IsUpper) ? 1 : 0) + (password.Any(char.IsDigit) ? 1 : 0) + (password.Any(c => !char.IsLetterOrDigit(c)) ? 1 : 0);
}
