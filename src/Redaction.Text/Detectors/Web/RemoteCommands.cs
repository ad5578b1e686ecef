namespace Redaction.Text;

/// <summary>Commands that take an account at a machine without a domain: <c>ssh x@build7</c>, <c>rsync -a d/ x@build7::mod/</c>.</summary>
internal static class RemoteCommands
{
    private const int Longest = 200, LongestKey = 1200;

    private static readonly WordSet s_commands = new("ssh scp sftp rsync mosh sshfs autossh sshpass slogin rlogin rsh ssh-copy-id ssh-keygen "
        + "ssh-keyscan git svn hg lftp kinit xpra x2goclient ansible fab pscp psftp plink putty winscp docker nomachine et");

    private static readonly WordSet s_standIns = new("user username login account name me you remote foo bar git hg svn");

    /// <summary>What ssh-keygen writes behind a public key: who made it, and on which machine.</summary>
    private static bool IsOfKey(ReadOnlySpan<char> text, int start)
    {
        var before = text[Math.Max(0, start - LongestKey)..start].TrimEnd(' ');
        return before.Length < start && before[(before.LastIndexOfAny(" \n") + 1)..].StartsWith("AAAA", StringComparison.Ordinal);
    }

    /// <summary>True for the account before the sign at <paramref name="at"/> when such a command begins what is on the line before
    /// it.</summary>
    public static bool Take(ReadOnlySpan<char> text, int start, int at, int end)
    {
        if (start > 0 && text[start - 1] is not (' ' or '\t' or '=' or '"' or '\'' or ':')) return false;
        if (end < text.Length && text[end] is not (' ' or '\t' or '\n' or '\r' or ':' or '`' or '"' or '\'' or ',' or ';' or ')' or '|' or '&'))
            return false;
        if (s_standIns.Contains(text[start..at])) return false;
        if (IsOfKey(text, start)) return true;
        var line = text[Math.Max(0, start - Longest)..start];
        line = line[(line.LastIndexOfAny("\n|;&`") + 1)..];
        if (line.EndsWith(":pserver:") || line.EndsWith(":ext:")) return true; // CVS
        foreach (var range in line.Split(' '))
        {
            var word = line[range].Trim("\"'$#>(\t");
            if (s_commands.Contains(word[(word.LastIndexOf('/') + 1)..])) return true;
        }
        return false;
    }
}
