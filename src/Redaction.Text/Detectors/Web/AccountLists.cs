namespace Redaction.Text;

/// <summary>Accounts in a row behind a directive: <c>AllowUsers x y</c> of sshd_config(5), <c>valid users = x, y</c> of smb.conf(5),
/// <c>Require user x</c> of Apache. Groups and patterns are none.</summary>
internal static class AccountLists
{
    private const int Longest = 400, LongestName = 64;

    /// <summary>The directives, with the space or equals sign behind them.</summary>
    public static string[] Leads { get; } =
    [
        "AllowUsers ", "DenyUsers ", "Match User ", "Require user ", "admin users = ", "force user = ", "invalid users = ", "read list = ",
        "valid users = ", "write list = ",
    ];

    /// <summary>Adds the accounts of such a line; returns its end, 0 where there is none.</summary>
    public static int Take(ReadOnlySpan<char> text, int at, FindingSink<TextSpan> findings)
    {
        var start = 0;
        foreach (var lead in Leads)
            if (text[at..].StartsWith(lead, StringComparison.Ordinal)) { start = at + lead.Length; break; }
        if (start == 0 || !text[(text[..at].LastIndexOf('\n') + 1)..at].IsWhiteSpace()) return 0;
        var line = text[start..Math.Min(text.Length, start + Longest)];
        if (line.IndexOfAny('\n', '\r') is >= 0 and var stop) line = line[..stop];
        foreach (var range in line.SplitAny(" ,\t"))
        {
            var (offset, length) = range.GetOffsetAndLength(line.Length);
            var name = line.Slice(offset, length);
            if (name.IndexOf('@') is > 0 and var host) name = name[..host];
            if (name is ['#', ..]) break;
            if (IsAccount(name)) findings.Add(new(UserName.Type, new(start + offset, name.Length), 0.8f, UserName.Id));
        }
        return start + line.Length;
    }

    private static bool IsAccount(ReadOnlySpan<char> name)
    {
        if (name.Length is < 2 or > LongestName || !char.IsAsciiLetter(name[0]) || UserFolders.IsNobody(name)) return false;
        foreach (var c in name)
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('_' or '.' or '-')) return false;
        return true;
    }
}
