using System.Buffers;

namespace Redaction.Text;

/// <summary>Account and password as the two arguments of a call that takes nothing else: <c>new NetworkCredential("x", "…")</c>,
/// <c>auth=('x', '…')</c>, <c>server.login("x", "…")</c>.</summary>
internal static class SecretCalls
{
    private const int LongestName = 32, Longest = 256, ShortestPassword = 4, LongestGap = 4;
    private static readonly SearchValues<string> s_search = SearchValues.Create(
        ["credential", "basicauth", "basic_auth", "passwordauthentication", "passwordauthenticator", "auth=(", "auth = (", ".login(",
            "authenticationtoken(", ".authenticate(", "mysqli(", "mysql_connect(", "mysqli_connect(", "new pdo(", ".getconnection(",
            "ftp_login(", "odbc_connect(", "oci_connect("], StringComparison.OrdinalIgnoreCase);

    /// <summary>Adds the passwords, and the accounts before them.</summary>
    public static void Find(ReadOnlySpan<char> text, FindingSink<TextSpan> findings)
    {
        for (var position = 0; position < text.Length;)
        {
            var step = text[position..].IndexOfAny(s_search);
            if (step < 0) return;
            var at = position + step;
            position = at + 4;
            var open = text[at..Math.Min(text.Length, at + LongestName)].IndexOf('(');
            if (open < 0 || text.Slice(at, open).ContainsAny("\r\n;:,")) continue;
            var account = Quoted(text, AfterHost(text, at, at + open + 1));
            if (account.Length < 2 || text.Slice(account.Start, account.Length).Contains(' ')) continue;
            var comma = account.End + 1;
            while (comma < text.Length && text[comma] == ' ') comma++;
            if (comma >= text.Length || text[comma] != ',') continue;
            var password = Quoted(text, comma + 1);
            if (password.Length < ShortestPassword || IsVariable(text[password.Start])) continue;
            if (!UserFolders.IsNobody(text.Slice(account.Start, account.Length)) && !IsVariable(text[account.Start]))
                findings.Add(new(UserName.Type, account, 0.8f, "secret"));
            findings.Add(new(EntityTypes.Secret, password, 0.9f, "secret"));
            position = password.End;
        }
    }

    /// <summary>Behind the address of the server, which functions that connect take first.</summary>
    private static int AfterHost(ReadOnlySpan<char> text, int at, int start)
    {
        if (text[at] is not ('m' or 'n' or 'f' or 'o' or 'M' or 'N' or 'F' or 'O') && !(text[at] == '.' && text[at + 1] is 'g' or 'G'))
            return start;
        var host = Quoted(text, start);
        if (host.Length == 0 && text[start..Math.Min(text.Length, start + LongestName)].IndexOf(',') is > 0 and var next)
            return start + next + 1; // a variable
        return host.Length > 0 && host.End + 1 < text.Length && text[host.End + 1] == ',' ? host.End + 2 : start;
    }

    /// <summary>What stands in quotation marks behind spaces and the beginnings of text (<c>@"…"</c>, <c>b'…'</c>).</summary>
    private static TextSpan Quoted(ReadOnlySpan<char> text, int start)
    {
        var i = start;
        while (i < text.Length && i - start < LongestGap && text[i] is ' ' or '@' or 'b' or 'u' or '\n' or '\r') i++;
        if (i >= text.Length || text[i] is not ('"' or '\'')) return default;
        var rest = text[(i + 1)..Math.Min(text.Length, i + 1 + Longest)];
        var end = rest.IndexOf(text[i]);
        return end <= 0 || rest[..end].Contains('\n') ? default : new(i + 1, end);
    }

    private static bool IsVariable(char first) => first is '$' or '<' or '{' or '%' or '[' or '*';
}
