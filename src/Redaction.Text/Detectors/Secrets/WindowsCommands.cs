using System.Buffers;

namespace Redaction.Text;

/// <summary>Accounts and passwords among the arguments of commands of Windows: <c>net use Z: \\server\share x /user:CORP\y</c>,
/// <c>net user y x /add</c>, <c>runas /user:y</c>, <c>cmdkey /pass:x</c>, <c>schtasks /ru y /rp x</c>, <c>psexec -u y -p x</c>.</summary>
internal static class WindowsCommands
{
    private const int Longest = 128, LongestLine = 400, ShortestPassword = 4, MostArguments = 8;
    private static readonly SearchValues<string> s_search = SearchValues.Create(
        ["net use ", "net user ", "/user:", "/pass:", "/password:", " /ru ", " /rp ", "psexec", "winrs ", "ConvertTo-SecureString "],
            StringComparison.OrdinalIgnoreCase);
    private const string SecureString = "ConvertTo-SecureString ";
    private static readonly SearchValues<char> s_end = SearchValues.Create(" \t\r\n\"'");

    /// <summary>Adds the accounts and passwords.</summary>
    public static void Find(ReadOnlySpan<char> text, FindingSink<TextSpan> findings)
    {
        for (var position = 0; position < text.Length;)
        {
            var step = text[position..].IndexOfAny(s_search);
            if (step < 0) return;
            var at = position + step;
            position = at + 4;
            var rest = text[at..];
            if (Is(rest, "net use ")) Share(text, at + "net use ".Length, findings);
            else if (Is(rest, "net user ")) Account(text, at + "net user ".Length, findings);
            else if (Is(rest, "/user:")) User(text, Argument(text, at + "/user:".Length), findings);
            else if (Is(rest, "/pass:")) Password(text, Argument(text, at + "/pass:".Length), findings);
            else if (Is(rest, "/password:")) Password(text, Argument(text, at + "/password:".Length), findings);
            else if (Is(rest, " /ru ")) User(text, Argument(text, at + " /ru ".Length), findings);
            else if (Is(rest, " /rp ")) Password(text, Argument(text, at + " /rp ".Length), findings);
            else if (Is(rest, SecureString)) Secure(text, at + SecureString.Length, findings);
            else Options(text, at, findings);
        }
    }

    /// <summary>What PowerShell makes a secure string of: the first argument that is no switch, on a line with
    /// <c>-AsPlainText</c>.</summary>
    private static void Secure(ReadOnlySpan<char> text, int at, FindingSink<TextSpan> findings)
    {
        var line = text[at..LineEnd(text, at)];
        if (line.IndexOf("-AsPlainText", StringComparison.OrdinalIgnoreCase) < 0) return;
        var quote = line.IndexOfAny('\'', '"');
        if (quote < 0) return;
        var length = line[(quote + 1)..].IndexOf(line[quote]);
        if (length >= ShortestPassword) Password(text, new(at + quote + 1, length), findings);
    }

    /// <summary>The password behind the share.</summary>
    private static void Share(ReadOnlySpan<char> text, int at, FindingSink<TextSpan> findings)
    {
        var argument = Argument(text, at);
        if (argument.Length > 0 && text[argument.End - 1] is ':' or '*') argument = Argument(text, argument.End); // Z:
        if (argument.Length < 4 || !text[argument.Start..].StartsWith("\\\\")) return;
        Password(text, Argument(text, argument.End), findings);
    }

    private static void Account(ReadOnlySpan<char> text, int at, FindingSink<TextSpan> findings)
    {
        var account = Argument(text, at);
        var password = Argument(text, account.End);
        if (account.Length == 0 || password.Length == 0 || text[account.Start] == '/') return;
        var line = LineEnd(text, at);
        var isCommand = text[password.Start] == '/' || text[password.End..line].Contains('/')
            || (password.End == line && text.Slice(password.Start, password.Length).ContainsAnyExceptInRange('a', 'z'));
        if (!isCommand) return;
        User(text, account, findings);
        Password(text, password, findings);
    }

    /// <summary><c>-u</c> and <c>-p</c>, which other commands have for other things.</summary>
    private static void Options(ReadOnlySpan<char> text, int at, FindingSink<TextSpan> findings)
    {
        var argument = Argument(text, at);
        for (var count = 0; count < MostArguments && argument.Length > 0; count++)
        {
            var name = text.Slice(argument.Start, argument.Length);
            var next = Argument(text, argument.End);
            if (name is "-u" or "/u") User(text, next, findings);
            else if (name is "-p" or "/p") Password(text, next, findings);
            else if (Is(name, "-u:") || Is(name, "-p:"))
            {
                var value = TextSpan.FromBounds(argument.Start + 3, argument.End);
                if (name[1] is 'u' or 'U') User(text, value, findings); else Password(text, value, findings);
            }
            argument = next;
        }
    }

    private static void User(ReadOnlySpan<char> text, TextSpan value, FindingSink<TextSpan> findings)
    {
        if (value.Length == 0) return;
        var name = text.Slice(value.Start, value.Length);
        var slash = name.LastIndexOf('\\');
        if (slash >= 0)
        {
            value = TextSpan.FromBounds(value.Start + slash + 1, value.End);
            name = name[(slash + 1)..];
        }
        if (name.Length < 2 || UserFolders.IsNobody(name) || !char.IsLetterOrDigit(name[0]) || name is "SYSTEM" or "system") return;
        findings.Add(new(UserName.Type, value, 0.85f, "secret"));
    }

    private static void Password(ReadOnlySpan<char> text, TextSpan value, FindingSink<TextSpan> findings)
    {
        if (value.Length < ShortestPassword || text[value.Start] is '/' or '%' or '$' or '<' or '*') return;
        findings.Add(new(EntityTypes.Secret, value, 0.9f, "secret"));
    }

    /// <summary>The next argument on the line, without its quotation marks.</summary>
    private static TextSpan Argument(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t') at++;
        if (at >= text.Length || text[at] is '\r' or '\n') return default;
        var isQuoted = text[at] is '"' or '\'';
        var start = isQuoted ? at + 1 : at;
        var rest = text[start..Math.Min(text.Length, start + Longest)];
        var length = isQuoted ? rest.IndexOf(text[at]) : rest.IndexOfAny(s_end);
        return new(start, length >= 0 ? length : isQuoted ? 0 : rest.Length);
    }

    private static int LineEnd(ReadOnlySpan<char> text, int at)
    {
        var rest = text[at..Math.Min(text.Length, at + LongestLine)];
        return at + (rest.IndexOfAny('\r', '\n') is >= 0 and var end ? end : rest.Length);
    }

    private static bool Is(ReadOnlySpan<char> text, string start) => text.StartsWith(start, StringComparison.OrdinalIgnoreCase);
}
