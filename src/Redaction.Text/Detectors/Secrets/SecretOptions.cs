using System.Buffers;

namespace Redaction.Text;

/// <summary>Credentials among the arguments of a command: <c>--password x</c>, <c>-u user:x</c>, <c>mysql -px</c>,
/// <c>sshpass -p x</c>, <c>redis-cli -a x</c>.</summary>
internal static class SecretOptions
{
    private const int Longest = 256, Shortest = 4, Reach = 240, LongestOption = 32;
    private static readonly SearchValues<string> s_search =
        SearchValues.Create([" -u", " -U", " -p", " -P", " -a", " -w", " -k ", " --", " /p:", " -storepass", " -keypass", " pass:"],
            StringComparison.Ordinal);
    private static readonly SearchValues<char> s_space = SearchValues.Create(" \t\r\n;|&<>)`");
    private static readonly string[] s_users = ["curl", "wget", "http", "https", "xh", "hurl", "ftp", "lftp", "smbclient", "ab", "siege"];
    private static readonly string[] s_glued =
        ["mysql", "mysqldump", "mysqladmin", "mysqlimport", "mysqlshow", "mysqlcheck", "mysqlpump", "mysqlsh", "mariadb", "mariadb-dump",
            "mariadb-admin", "7z", "7za", "7zz"];
    private static readonly string[] s_apart =
        ["sshpass", "login", "mongo", "mongosh", "mongodump", "mongorestore", "mongoexport", "mongoimport", "twine", "rdesktop", "mysqlsh",
            "sqlplus", "clickhouse-client", "cqlsh", "influx", "htpasswd", "ipmitool", "az"];
    private static readonly string[] s_redis = ["redis-cli", "valkey-cli", "keydb-cli", "ipmitool"];
    private static readonly string[] s_directory = ["ldapsearch", "ldapadd", "ldapmodify", "ldapwhoami", "ldapdelete", "ldappasswd"];
    private static readonly string[] s_capital = ["sqlcmd", "bcp", "osql", "zip", "unzip", "ipmitool"];

    /// <summary>Commands that log in as whom an option names.</summary>
    private static readonly string[] s_logins =
        ["az", "bcp", "beeline", "buildah", "cqlsh", "docker", "evil-winrm", "gh", "glab", "helm", "isql", "jfrog", "kinit", "mariadb",
            "mongo", "mongodump", "mongorestore", "mongosh", "mosquitto_pub", "mosquitto_sub", "mysql", "mysqldump", "nerdctl", "net", "oc",
            "p4", "podman", "psql", "pg_dump", "redis-cli", "rdesktop", "rpcclient", "skopeo", "smbclient", "smbget", "smbmap", "snowsql",
            "sqlcmd", "svn", "twine", "vncviewer", "xfreerdp"];

    /// <summary>Adds the values, and the account before a password.</summary>
    public static void Find(ReadOnlySpan<char> text, FindingSink<TextSpan> findings)
    {
        for (var position = 0; position < text.Length;)
        {
            var step = text[position..].IndexOfAny(s_search);
            if (step < 0) return;
            var at = position + step + 1;
            position = at + 1;
            if (at + 3 >= text.Length) return;
            if (text[at] == 'p') Source(text, at + "pass:".Length, findings);
            else if (text[at + 1] == '-') Long(text, at + 2, findings);
            else Short(text, at, findings);
        }
    }

    private static void Long(ReadOnlySpan<char> text, int at, FindingSink<TextSpan> findings)
    {
        var end = at;
        while (end < text.Length && end - at < LongestOption && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '-')) end++;
        if (end == at || end >= text.Length || text[end] is not (' ' or '=')) return;
        var name = text[at..end];
        if (name is "user" or "proxy-user" or "auth" or "creds") { UserAndPassword(text, end + 1, findings); return; }
        if (name is "username" or "user-name" or "login") { Account(text, Argument(text, end + 1), findings); return; }
        if (text[end] == '=' || FieldVocabulary.OfName(name, out _) is not { } meaning || meaning.Type != EntityTypes.Secret) return;
        Add(text, end + 1, findings);
    }

    /// <summary>Where OpenSSL has a password from: <c>-passin pass:x</c>.</summary>
    private static void Source(ReadOnlySpan<char> text, int at, FindingSink<TextSpan> findings)
    {
        var option = text[Math.Max(0, at - Longest)..(at - "pass:".Length)].TrimEnd();
        option = option[(option.LastIndexOf(' ') + 1)..];
        if (option is "-pass" or "-passin" or "-passout" or "-password" or "-k") Add(text, at, findings);
    }

    private static void Short(ReadOnlySpan<char> text, int at, FindingSink<TextSpan> findings)
    {
        var command = text[Math.Max(0, at - Reach)..at];
        command = command[(command.LastIndexOfAny("\r\n;|&") + 1)..];
        var isGlued = text[at + 2] != ' ';
        switch (text[at + 1])
        {
            case 'u' or 'U' or 'a' when !isGlued && Names(command, s_users):
                UserAndPassword(text, at + 3, findings);
                break;
            case 'u' or 'U' when !isGlued && Names(command, s_logins) && !command.StartsWith("mysql -") && !command.StartsWith("psql -"):
                Account(text, Argument(text, at + 3), findings);
                break;
            case 'p' when isGlued && text[at] == '-' && Names(command, s_glued):
            case 'a' when isGlued && Names(command, s_redis):
            case 'p' when isGlued && Names(command, ["sshpass"]):
                Add(text, at + 2, findings);
                break;
            case 'p' when isGlued && text[at] == '/' && Names(command, ["xfreerdp", "wfreerdp", "xfreerdp3"]):
                Add(text, at + 3, findings);
                break;
            case 'p' when !isGlued && Names(command, s_apart):
            case 'a' when !isGlued && Names(command, s_redis):
            case 'w' when !isGlued && Names(command, s_directory):
            case 'P' when !isGlued && Names(command, s_capital):
                Add(text, at + 3, findings);
                break;
            case 'k' when !isGlued && Names(command, ["openssl"]):
                Add(text, at + 3, findings);
                break;
            case 's' or 'k' when Names(command, ["keytool", "jarsigner", "java"]) && text[at..].IndexOf(' ') is > 0 and var space:
                Add(text, at + space + 1, findings);
                break;
        }
    }

    private static void UserAndPassword(ReadOnlySpan<char> text, int start, FindingSink<TextSpan> findings)
    {
        var value = Argument(text, start);
        var written = text.Slice(value.Start, value.Length);
        var colon = written.IndexOfAny(':', '%');
        if (colon < 0 || colon + 1 >= written.Length || written.Contains("://", StringComparison.Ordinal)) return;
        var password = TextSpan.FromBounds(value.Start + colon + 1, value.End);
        if (IsVariable(text.Slice(password.Start, password.Length))) return;
        if (colon > 1 && !IsVariable(written)) findings.Add(new(new("username"), new(value.Start, colon), 0.85f, "secret"));
        findings.Add(new(EntityTypes.Secret, password, 0.9f, "secret"));
    }

    private static void Account(ReadOnlySpan<char> text, TextSpan value, FindingSink<TextSpan> findings)
    {
        var written = text.Slice(value.Start, value.Length);
        if (value.Length < 2 || value.Length > LongestOption || !char.IsLetter(written[0]) || UserFolders.IsNobody(written)) return;
        foreach (var c in written)
            if (!char.IsLetterOrDigit(c) && c is not ('_' or '.' or '-')) return;
        findings.Add(new(UserName.Type, value, 0.8f, "secret"));
    }

    private static void Add(ReadOnlySpan<char> text, int start, FindingSink<TextSpan> findings)
    {
        var value = Argument(text, start);
        if (value.Length < Shortest || IsVariable(text.Slice(value.Start, value.Length)) || text[value.Start] == '-') return;
        findings.Add(new(EntityTypes.Secret, value, 0.9f, "secret"));
    }

    /// <summary>One argument, without its quotes.</summary>
    private static TextSpan Argument(ReadOnlySpan<char> text, int start)
    {
        while (start < text.Length && text[start] == ' ') start++;
        if (start >= text.Length) return default;
        var isQuoted = text[start] is '"' or '\'';
        var from = isQuoted ? start + 1 : start;
        var rest = text[from..Math.Min(text.Length, from + Longest)];
        var end = isQuoted ? rest.IndexOf(text[start]) : rest.IndexOfAny(s_space);
        if (end < 0) end = isQuoted ? 0 : rest.Length;
        while (!isQuoted && end > 0 && rest[end - 1] is '"' or '\'' or ',' or '.') end--;
        return new(from, end);
    }

    private static bool IsVariable(ReadOnlySpan<char> value) =>
        value[0] is '$' or '<' or '{' or '%' or '[' or '(' || !value.ContainsAnyExcept("*xX.");

    /// <summary>True when a word before the option is one of these commands.</summary>
    private static bool Names(ReadOnlySpan<char> before, ReadOnlySpan<string> commands)
    {
        foreach (var range in before.Split(' '))
        {
            var word = before[range].Trim("$`(\"'");
            word = word[(word.LastIndexOfAny('/', '\\') + 1)..];
            foreach (var command in commands)
                if (word.SequenceEqual(command)) return true;
        }
        return false;
    }
}
