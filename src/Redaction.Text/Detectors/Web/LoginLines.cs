using System.Buffers;

namespace Redaction.Text;

/// <summary>The account in what servers and tools write about logins: <c>Accepted publickey for x from …</c>, <c>invalid user x</c>,
/// <c>Access denied for user 'x'@'…'</c>, <c>uid=1004(x)</c>.</summary>
internal static class LoginLines
{
    private const int Longest = 64, Shortest = 2, ShortWord = 4;
    private static readonly string[] s_leads =
    [
        "user ", "user=", "publickey for ", "password for ", "pam for ", "uid=", "gid=", "logged in as ", "login as ", "logname=",
        "role \"",
        "acct=", "su for ", "user\":\"", "user\": \"", "user': '", "user':'", "sudo: ", " - ", "logged on as ", "signed in as ",
        "(to ", "failure for ", "failed for ", "succeeded for ", "crontabs/", "denied to ", "]: (", ": [", "user: \"", "user: '",
    ];

    private static readonly WordSet s_notAccounts = new(
        "another anyone anybody different someone somebody specified part default usual normal well before soon possible follows "
        + "super both "
        + "either neither another this that anonymous");

    private static readonly SearchValues<char> s_telling = SearchValues.Create("0123456789_.");
    private static readonly SearchValues<string> s_search = SearchValues.Create(s_leads, StringComparison.OrdinalIgnoreCase);

    /// <summary>Adds the accounts.</summary>
    public static void Find(ReadOnlySpan<char> text, FindingSink<TextSpan> findings)
    {
        for (var position = 0; position < text.Length;)
        {
            var step = text[position..].IndexOfAny(s_search);
            if (step < 0) return;
            var at = position + step;
            position = at + 4;
            var start = Start(text, at);
            if (start < 0 || start + Shortest >= text.Length) continue;
            while (text[at] is 's' && start + Shortest < text.Length && text[start] == ' ') start++;
            var isQuoted = text[start] is '\'' or '"' || text[start - 1] == '"';
            if (text[start] is '\'' or '"') start++;
            var end = End(text, start);
            if (end - start < Shortest || UserFolders.IsNobody(text[start..end])) continue;
            if (!IsAccount(text, at, start, end, isQuoted)) continue;
            findings.Add(new(UserName.Type, TextSpan.FromBounds(start, end), 0.8f, UserName.Id));
            position = end;
        }
    }

    /// <summary>Behind the words found; behind the bracket for <c>uid=1004(x)</c>.</summary>
    private static int Start(ReadOnlySpan<char> text, int at)
    {
        var start = at;
        foreach (var lead in s_leads)
            if (text[at..].StartsWith(lead, StringComparison.OrdinalIgnoreCase)) { start = at + lead.Length; break; }
        if (text[at] == '(') return text[start..Math.Min(text.Length, start + Longest)].IndexOf(") ") is > 0 and var close
            ? start + close + 2 : -1;
        if (text[start - 1] != '=' || text[at] is not ('u' or 'U' or 'g' or 'G') || text[at + 1] is not ('i' or 'I')) return start;
        var i = start;
        while (i < text.Length && char.IsAsciiDigit(text[i])) i++;
        return i > start && i < text.Length && text[i] == '(' ? i + 1 : i == start && IsOfDirectory(text, start) ? start : -1;
    }

    private static int End(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && end - start < Longest && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '.' or '-' or '\\'))
            end++;
        while (end > start && text[end - 1] is '.' or '-') end--;
        return end;
    }

    /// <summary>In prose a word follows "user"; an account is quoted, glued to its mark, or has an address after it.</summary>
    private static bool IsAccount(ReadOnlySpan<char> text, int at, int start, int end, bool isQuoted)
    {
        var name = text[start..end];
        if (!HoldsLetter(name)) return false;
        if (text[at] == ' ' || text[at..].StartsWith("sudo")) return IsLogged(text, at, end);
        if (text[start - 1] is '"' or '\'' && text[start - 2] is ':' or ' ' && text[at] is 'u' or 'U' && text[at + 4] is '"' or '\'' or ':')
            return (name.ContainsAny(s_telling) || (name.Length > ShortWord && IsLowWord(name) && !ChatRoles.Contains(name)))
                && end < text.Length && text[end] == text[start - 1];
        if (text[at] is 'd' or 'D')
            return name.ContainsAny(s_telling) && char.IsAsciiLetter(name[0])
                && text[Math.Max(0, at - Longest)..at].Contains("ermission to ", StringComparison.Ordinal);
        if (text[at] is ']') return text[end..].StartsWith(") CMD") || text[end..].StartsWith(") RELOAD");
        if (text[at] is ':') return text[end..].StartsWith("] OK LOGIN") || text[end..].StartsWith("] FAIL LOGIN");
        if (text[at] is '(') return text[start - 2] == ')' && text[end..].StartsWith(" on ");
        if (text[at + 3] is 'l' or 'L' or 'c' && text[(at + 3)..start].EndsWith(" for "))
            return IsLowWord(name) && (end == text.Length || text[end] is '\n' or '\r' or ',' || text[end..].StartsWith(" from ")
                || text[end..].StartsWith(" by ") || text[end..].StartsWith(": "));
        if (text[at] is 'c') return end == text.Length || text[end] is '\n' or '\r' or ' ' or ':' or '\'';
        var isGlued = text[start - 1] is '=' or '(' || (isQuoted && text[start - 2] is '=');
        if (isGlued) return !(end < text.Length && text[end] is '(' or '[') && !IsSetting(name);
        if (isQuoted) return end < text.Length && text[end] is '\'' or '"';
        if (text[(at + 3)..start].EndsWith("n as ") && IsLowWord(name)) return true;
        var after = text[end..Math.Min(text.Length, end + 24)];
        if (after.StartsWith(" from ") && (IsAddress(after[6..]) || name.ContainsAnyInRange('0', '9'))) return true;
        if (after.StartsWith(" by ") || after.StartsWith("(uid") || after.StartsWith(" [preauth]")) return true;
        var before = text[Math.Max(0, at - 24)..at];
        if (before.EndsWith("invalid ") || before.EndsWith("authenticating ") || before.EndsWith("ed for ")) return true;
        if (before.EndsWith(" of ") && before.Contains("ession ", StringComparison.Ordinal) && IsLowWord(name)) return true;
        return name.ContainsAnyInRange('0', '9') && name.ContainsAnyInRange('a', 'z') && char.IsAsciiLetter(name[0]);
    }

    /// <summary>The account in the log of a web server (<c>… - x [10/Oct</c>) or of <c>sudo: x : TTY=…</c>.</summary>
    private static bool IsLogged(ReadOnlySpan<char> text, int at, int end)
    {
        var after = text[end..Math.Min(text.Length, end + 6)];
        return text[at] == ' ' ? after.StartsWith(" [") && after.Length > 2 && char.IsAsciiDigit(after[2]) && at > 0
            && char.IsAsciiHexDigit(text[at - 1]) : after.StartsWith(" : ");
    }

    private static bool IsAddress(ReadOnlySpan<char> text) => text.Length > 2
        && (char.IsAsciiDigit(text[0]) || text[..Math.Min(text.Length, 5)].Contains(':'));

    /// <summary>A distinguished name (RFC 4514): <c>uid=x,ou=…</c>.</summary>
    private static bool IsOfDirectory(ReadOnlySpan<char> text, int start)
    {
        var rest = text[start..Math.Min(text.Length, start + Longest)];
        var comma = rest.IndexOf(',');
        if (comma < Shortest) return false;
        rest = rest[(comma + 1)..].TrimStart(' ');
        return rest.StartsWith("ou=", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("cn=", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("dc=", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("o=", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Small letters that are no everyday word: <c>logged in as tberg</c>.</summary>
    private static bool IsLowWord(ReadOnlySpan<char> name) => name.Length > 2 && char.IsAsciiLetterLower(name[0])
        && !name.ContainsAnyInRange('A', 'Z') && !OrdinaryWords.Contains(name) && !s_notAccounts.Contains(name)
        && !name.EndsWith("ed") && !name.EndsWith("ing");

    private static bool IsSetting(ReadOnlySpan<char> name) => name.Equals("null", StringComparison.OrdinalIgnoreCase)
        || name is "none" or "None" or "true" or "false" or "True" or "False" or "string" or "self" or "this" or "request"
        || name.StartsWith("self.") || name.StartsWith("request.");

    private static bool HoldsLetter(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
            if (char.IsLetter(c)) return true;
        return false;
    }
}
