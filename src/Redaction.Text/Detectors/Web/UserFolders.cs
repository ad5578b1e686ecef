using System.Buffers;
using System.Collections.Frozen;

namespace Redaction.Text;

/// <summary>The account in the path of a home folder: <c>/home/x</c>, <c>/Users/x</c>, <c>C:\Users\x</c>, <c>\\server\home$\x</c>,
/// <c>/~x/</c>, and in folders that tools name after it (<c>pytest-of-x</c>).</summary>
internal static class UserFolders
{
    private const int Longest = 64, Reach = 200, Shortest = 2;
    private static readonly SearchValues<string> s_search = SearchValues.Create(
        ["/home/", "/users/", "\\users\\", "\\home\\", "\\homes\\", "\\home$\\", "\\users$\\", "\\profiles\\", "\\profiles$\\",
            "documents and settings\\", "/var/mail/", "/spool/mail/", "/spool/cron/", "/~", " ~", "\n~", "pytest-of-"],
        StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<char> s_end = SearchValues.Create("\\/\"'`<>|:*?\r\n\t,;()[]{}");
    private static readonly SearchValues<char> s_pathEnd = SearchValues.Create(" \"'`<>|\r\n\t,;()[]{}=");
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_nobody = (
        "public default shared guest user users username root admin administrator me you all runner runneradmin ubuntu ec2-user vagrant "
        + "node app jenkins git circleci travis build pi www-data appuser vscode gitpod codespace jovyan airflow postgres docker deploy "
        + "azureuser opc centos debian hadoop spark nginx site wwwroot web www html linuxbrew defaultuser0 containeradministrator "
        + "mysql mariadb mongodb redis rabbitmq elasticsearch kafka zookeeper tomcat apache httpd haproxy memcached grafana prometheus "
        + "zabbix nagios munin puppet consul vault nomad minio solr celery gunicorn uwsgi gitlab-runner postfix dovecot "
        + "syslog messagebus systemd "
        + "daemon sshd ntp chrony avahi polkitd nfsnobody backup mailman squid openldap "
        + "containeruser name youruser yourname your-name your_name myuser example test nobody nonroot lib bin src share local")
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True for accounts of systems and programs, and for stand-ins.</summary>
    public static bool IsNobody(ReadOnlySpan<char> name) => s_nobody.Contains(name);

    /// <summary>Adds the accounts.</summary>
    public static void Find(ReadOnlySpan<char> text, FindingSink<TextSpan> findings)
    {
        if (text is ['~', ..] && IsHome(text, 1))
            findings.Add(new(UserName.Type, TextSpan.FromBounds(1, End(text, 1, isWindows: false)), 0.85f, UserName.Id));
        for (var position = 0; position < text.Length;)
        {
            var step = text[position..].IndexOfAny(s_search);
            if (step < 0) return;
            var at = position + step;
            var isWindows = text[at] is '\\' or 'd' or 'D';
            position = at + 2;
            var start = Start(text, at, isWindows);
            if (start < 0) continue;
            var end = End(text, start, isWindows);
            if (end - start < Shortest) continue;
            var name = text[start..end];
            if (IsNobody(name) || !char.IsLetterOrDigit(name[0]) || IsFile(name) || !HoldsLetter(name)) continue;
            findings.Add(new(UserName.Type, TextSpan.FromBounds(start, end), 0.85f, UserName.Id));
            position = end;
        }
    }

    /// <summary>Where the account begins; negative when this is no folder of accounts.</summary>
    private static int Start(ReadOnlySpan<char> text, int at, bool isWindows)
    {
        if (text[at] is 'p' or 'P') return at + "pytest-of-".Length;
        if (isWindows)
        {
            var mark = at + 1 + text[(at + 1)..].IndexOf('\\');
            while (mark < text.Length && text[mark] == '\\') mark++;
            return mark;
        }
        var path = text[Math.Max(0, at - Reach)..at];
        path = path[(path.LastIndexOfAny(s_pathEnd) + 1)..];
        var isWeb = path.Contains("://", StringComparison.Ordinal) && !path.StartsWith("file:", StringComparison.OrdinalIgnoreCase);
        if (text[at] is ' ' or '\n') return IsHome(text, at + 2) ? at + 2 : -1;
        if (text[at + 1] == '~') return isWeb ? at + 2 : -1;
        if (isWeb) return -1;
        if (text[at + 1] is 'v' or 'V') return path.IsEmpty ? at + "/var/mail/".Length : -1;
        if (text[at + 1] is 's' or 'S') return path.EndsWith("/var") ? at + "/spool/mail/".Length : -1;
        path = path[(path.LastIndexOf(':') + 1)..];
        if (text[at + 1] is 'h' or 'H') return path.IsEmpty || path[0] is '/' or '\\' or '~' ? at + "/home/".Length : -1;
        var isFolder = IsMount(path) || (path.IsEmpty && (text[at + 1] == 'U' || (at > 1 && text[at - 1] == ':')));
        return isFolder ? at + "/users/".Length : -1;
    }

    /// <summary>Small letters and digits before a slash: <c>cd ~x/src</c>.</summary>
    private static bool IsHome(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && (char.IsAsciiLetterLower(text[end]) || char.IsAsciiDigit(text[end])
            || text[end] is '_' or '-' or '.')) end++;
        return end - start > 2 && char.IsAsciiLetterLower(text[start]) && end < text.Length && text[end] == '/';
    }

    /// <summary>A drive or volume, as other systems see it: <c>/c</c>, <c>/mnt/c</c>, <c>/Volumes/Data</c>.</summary>
    private static bool IsMount(ReadOnlySpan<char> path) => path.Length is 2 or 3 && path[0] == '/'
        || path.StartsWith("/mnt/") || path.StartsWith("/cygdrive/") || path.StartsWith("/Volumes/") || path.StartsWith("/System/")
        || path.StartsWith("//") || path.StartsWith("///");

    private static int End(ReadOnlySpan<char> text, int start, bool isWindows)
    {
        if (start >= text.Length) return start;
        var rest = text[start..Math.Min(text.Length, start + Longest)];
        var length = rest.IndexOfAny(s_end) is >= 0 and var stop ? stop : rest.Length;
        if (rest[..length].IndexOf(' ') is >= 0 and var space
            && !(isWindows && start + length < text.Length && text[start + length] == '\\')) length = space;
        while (length > 0 && rest[length - 1] is '.' or ' ') length--;
        return start + length;
    }

    /// <summary>The page of a web site.</summary>
    private static bool IsFile(ReadOnlySpan<char> name) => name.LastIndexOf('.') is > 0 and var dot
        && name[dot..] is ".html" or ".htm" or ".php" or ".js" or ".css" or ".json" or ".xml" or ".png"
            or ".jpg" or ".txt" or ".ts" or ".tsx";

    private static bool HoldsLetter(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
            if (char.IsLetter(c)) return true;
        return false;
    }
}
