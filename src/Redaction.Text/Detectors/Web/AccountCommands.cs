using System.Buffers;

namespace Redaction.Text;

/// <summary>The account among the arguments of commands (<c>chown x:staff</c>, <c>sudo -u x</c>, <c>ssh -l x</c>) and in lists of files
/// (<c>drwxr-xr-x 2 x staff</c>).</summary>
internal static class AccountCommands
{
    private const int Longest = 32, MostOptions = 4, ModeLength = 10;
    private static readonly string[] s_commands =
    [
        "--author=", "--user=", "--username=", "/u:", "adduser ", "chage ", "chown ", "crontab -u ", "deluser ",
        "disable-linger ", "enable-linger ", "gpasswd -a ", "kinit ", "mysql -u ", "mysqldump -u ", "passwd ", "pkill -u ",
        "psql -U ", "set-credentials ", "setfacl -m u:", "smbclient -U ", "ssh -l ", "su - ", "sudo -u ", "user.name ",
        "useradd ", "userdel ", "usermod ",
    ];

    private static readonly string[] s_modes = ["rw-r", "rwxr", "rw--", "rwx-", "rwxrwx", "r--r", "r-x"];
    private static readonly SearchValues<string> s_search = SearchValues.Create([.. s_commands, .. s_modes], StringComparison.Ordinal);
    private static readonly SearchValues<char> s_mode = SearchValues.Create("rwxsStT-");

    /// <summary>Adds the accounts.</summary>
    public static void Find(ReadOnlySpan<char> text, FindingSink<TextSpan> findings)
    {
        for (var position = 0; position < text.Length;)
        {
            var step = text[position..].IndexOfAny(s_search);
            if (step < 0) return;
            var at = position + step;
            position = at + 3;
            if (at > 0 && char.IsLetterOrDigit(text[at - 1]) && text[at - 1] is not ('d' or 'l')) continue;
            if (text[..at].EndsWith("the ") || text[..at].EndsWith(" a ")) continue; // what the command is
            var start = text[at] == 'r' ? Owner(text, at) : Argument(text, at);
            if (start < 0) continue;
            if (start < text.Length && text[start] is '"' or '\'') start++;
            var end = start;
            while (end < text.Length && end - start < Longest && (char.IsAsciiLetterOrDigit(text[end])
                || text[end] is '_' or '.' or '-')) end++;
            if (end - start < 2 || UserFolders.IsNobody(text[start..end]) || !char.IsAsciiLetterLower(text[start])) continue;
            if (text[at] != 'r' && !Ends(text, end) && !IsOption(text, at, start, end)) continue;
            findings.Add(new(UserName.Type, TextSpan.FromBounds(start, end), 0.8f, UserName.Id));
            position = end;
        }
    }

    /// <summary>Behind mode and number of links, where a file list has the owner.</summary>
    private static int Owner(ReadOnlySpan<char> text, int at)
    {
        if (at == 0 || text[at - 1] is not ('d' or '-' or 'l') || at - 1 + ModeLength >= text.Length) return -1;
        if (text.Slice(at, ModeLength - 1).ContainsAnyExcept(s_mode)) return -1;
        var i = at + ModeLength - 1;
        if (text[i] is '.' or '+' or '@') i++;
        var links = Skip(text, i);
        var end = links;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        return end == links || links == i ? -1 : Skip(text, end) is var owner && owner > end ? owner : -1;
    }

    /// <summary>Behind a command and its options.</summary>
    private static int Argument(ReadOnlySpan<char> text, int at)
    {
        var i = at;
        foreach (var command in s_commands)
            if (text[at..].StartsWith(command, StringComparison.Ordinal)) { i = at + command.Length; break; }
        if (text[i - 1] == ':' || text[(at + 1)..i].Contains('-')) return i;
        for (var options = 0; options < MostOptions && i < text.Length && text[i] == '-'; options++)
        {
            var space = text[i..Math.Min(text.Length, i + Longest)].IndexOf(' ');
            if (space < 0 || text.Slice(i, space).ContainsAny(';', '|', '&')) return -1;
            var takesValue = text[at] == 'u' && text.Slice(i, space) is "-aG" or "-G" or "-g" or "-s" or "-d" or "-c" or "-u";
            i += space + 1;
            if (takesValue && text[i..Math.Min(text.Length, i + Longest)].IndexOf(' ') is > 0 and var value) i += value + 1;
        }
        return i;
    }

    /// <summary>Behind an option that takes an account (<c>ssh -l x host</c>), a word that is no everyday one.</summary>
    private static bool IsOption(ReadOnlySpan<char> text, int at, int start, int end) =>
        end < text.Length && text[end] == ' ' && text[at..start] is "ssh -l " or "sudo -u " or "pkill -u " or "--author="
        && !OrdinaryWords.Contains(text[start..end]);

    /// <summary>In a command the name ends at a colon, a path or the line; in prose a word follows.</summary>
    private static bool Ends(ReadOnlySpan<char> text, int end) =>
        end == text.Length || text[end] is '\n' or '\r' or ':' or '@' or ';' or '&' or '|' or '"' or '\'' or '`' or ')'
        || (text[end] == ' ' && end + 1 < text.Length && (text[end + 1] is '/' or '~' or '.' or '-' or '&' or '|' or (>= '0' and <= '9')
            || Word(text, Skip(text, end)) is "docker" or "sudo" or "wheel" or "whoami" or "psql" or "bash" or "sh" or "ls" or "cat"));

    private static ReadOnlySpan<char> Word(ReadOnlySpan<char> text, int start) =>
        text[start..(text[start..].IndexOfAny(' ', '\n') is >= 0 and var length ? start + length : text.Length)];

    private static int Skip(ReadOnlySpan<char> text, int i)
    {
        while (i < text.Length && text[i] == ' ') i++;
        return i;
    }
}
