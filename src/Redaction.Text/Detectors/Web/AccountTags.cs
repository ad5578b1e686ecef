using System.Buffers;

namespace Redaction.Text;

/// <summary>The account where a format or habit has a place for it: who a note in code is for (<c>TODO(x)</c>), <c>username:s:</c> of RDP
/// files, the origin of a session (<c>o=x 2890844526 … IN IP4</c>, RFC 8866), who a line of the system's crontab runs as, and the identity
/// of EAP (<c>identity="x"</c>).</summary>
internal static class AccountTags
{
    private const int Longest = 64, Shortest = 2, Around = 400, LongestSchedule = 60, ShortestOfNote = 4;

    /// <summary>What opens a note in code.</summary>
    public static string[] Notes { get; } = ["TODO(", "FIXME(", "HACK(", "XXX(", "NOTE(", "BUG("];
    private static readonly PhraseSearch s_search = new(
        StringComparison.Ordinal,
        [.. Notes, .. AccountLists.Leads, "/User:", "username:s:", "o=", " * * ", "@daily ", "@hourly ", "@weekly ", "@monthly ",
            "@reboot ", "dentity=",
            "whoami\n", "whoami\r\n", "logname\n", "[user]\n", "live:", " groups="]);

    private static readonly SearchValues<char> s_schedule = SearchValues.Create("0123456789*/,- \t");
    private static readonly SearchValues<string> s_ofEap = SearchValues.Create(["eap", "EAP", "802-1x"], StringComparison.Ordinal);

    /// <summary>What a line of one's own crontab begins with behind the time, where the system's has the account.</summary>
    private static readonly WordSet s_programs = new("bash cd certbot chronic command curl cp date docker echo env exec export find flock "
        + "git ionice make mkdir mv mysqldump nice node npm perl php pg_dump psql python python2 python3 rclone restic rm rsync ruby "
        + "run-parts sh sleep sudo systemctl tar test timeout touch uv wget yarn zsh if for while");

    /// <summary>What a note in code may be about instead.</summary>
    private static readonly WordSet s_topics = new("async bug build bugfix cache ci cleanup code compat config core crash debug deploy "
        + "deps docs doc error feature fix flaky format hack http i18n json lint linux l10n macos mobile network next "
        + "now optional parser perf "
        + "python2 python3 refactor release remove security speed style sync temp test tests todo tune types unix urgent utf8 version warn "
        + "wasm web windows x86 ipv4 ipv6 http2 http3 sha1 sha256 md5 utf16 win32 win64");

    private static readonly string[] s_endsOfTopics =
        ["ed", "ing", "ion", "ions", "ance", "ence", "ment", "ity", "ness", "able", "ible", "ive", "ful", "ism", "up", "ly", "er"];

    /// <summary>Adds the accounts.</summary>
    public static void Find(ReadOnlySpan<char> text, FindingSink<TextSpan> findings)
    {
        for (var position = 0; s_search.Next(text, position) is >= 0 and var at;)
        {
            position = at + 2;
            if (AccountLists.Take(text, at, findings) is > 0 and var listed) { position = listed; continue; }
            if (text[at..].StartsWith(" groups=")) { OwnGroups(text, at, findings); continue; }
            var start = text[at] switch
            {
                '/' => at + "/User:".Length,
                'l' when text[at..].StartsWith("live:") => IsOfSkype(text, at) ? at + "live:".Length : -1,
                'w' or 'l' => at + text[at..].IndexOf('\n') + 1,
                '[' => Named(text, at),
                'u' => AfterDomain(text, at + "username:s:".Length),
                'o' => at == 0 || text[at - 1] == '\n' ? at + 2 : -1,
                ' ' => Scheduled(text, at),
                '@' => at == 0 || text[at - 1] == '\n' ? at + text[at..].IndexOf(' ') + 1 : -1,
                'd' => Identity(text, at),
                _ => at + text[at..].IndexOf('(') + 1,
            };
            if (start < 0) continue;
            var end = End(text, start);
            if (end - start < Shortest || UserFolders.IsNobody(text[start..end]) || !char.IsLetter(text[start])) continue;
            if (!IsAccount(text, at, start, end)) continue;
            findings.Add(new(UserName.Type, TextSpan.FromBounds(start, end), 0.8f, UserName.Id));
            position = end;
        }
    }

    private static bool IsAccount(ReadOnlySpan<char> text, int at, int start, int end) => text[at] switch
    {
        'u' => end == text.Length || text[end] is '\r' or '\n',
        'o' => IsOrigin(text[end..]),
        ' ' or '@' => end < text.Length && text[end] is ' ' or '\t' && !s_programs.Contains(text[start..end])
            && !OrdinaryWords.Contains(text[start..end]) && text[end..].TrimStart(" \t") is [not ('\n' or '\r'), ..],
        'd' => !text[start..end].StartsWith("anonymous", StringComparison.OrdinalIgnoreCase),
        'l' when text[at..].StartsWith("live:") => true,
        'w' or 'l' or '[' => (end == text.Length || text[end] is '\n' or '\r') && !text[start..end].ContainsAnyInRange('A', 'Z'),
        '/' => text[start] is >= 'A' and <= 'Z' && (end == text.Length || text[end] != '('),
        _ => end < text.Length && text[end] is ')' && IsOfNote(text[start..end]),
    };

    /// <summary>A word of small letters that is none of those that say what a note is about.</summary>
    private static bool IsOfNote(ReadOnlySpan<char> word)
    {
        if (word.Length < ShortestOfNote || word.ContainsAnyInRange('A', 'Z') || !char.IsAsciiLetterLower(word[0])) return false;
        if (s_topics.Contains(word) || OrdinaryWords.Contains(word) || ChatRoles.Contains(word) || word.Contains('-')) return false;
        foreach (var ending in s_endsOfTopics)
            if (word.EndsWith(ending, StringComparison.Ordinal)) return word.ContainsAny('_', '.') || word.ContainsAnyInRange('0', '9');
        return true;
    }

    /// <summary>Skype's accounts of Microsoft: <c>live:x</c>.</summary>
    private static bool IsOfSkype(ReadOnlySpan<char> text, int at) => (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
        && text[Math.Max(0, at - LongestSchedule)..at].Contains("skype", StringComparison.OrdinalIgnoreCase);

    /// <summary>The group of one's own among those that <c>id</c> tells: <c>uid=1001(x) … groups=1001(x),27(sudo)</c>.</summary>
    private static void OwnGroups(ReadOnlySpan<char> text, int at, FindingSink<TextSpan> findings)
    {
        var before = text[Math.Max(0, at - Around)..at];
        var own = before.LastIndexOf("uid=") is >= 0 and var uid ? before[uid..] : default;
        if (own.IndexOf('(') is not (>= 0 and var open) || own[open..].IndexOf(')') is not (> Shortest and var length)) return;
        own = own.Slice(open + 1, length - 1);
        var line = text[at..Math.Min(text.Length, at + Around)];
        if (line.IndexOf('\n') is >= 0 and var stop) line = line[..stop];
        for (var from = 0; line[from..].IndexOf('(') is >= 0 and var step; from += step + 1)
        {
            var name = line[(from + step + 1)..];
            if (name.StartsWith(own) && name.Length > own.Length && name[own.Length] == ')' && !UserFolders.IsNobody(own))
                findings.Add(new(UserName.Type, new(at + from + step + 1, own.Length), 0.8f, UserName.Id));
        }
    }

    /// <summary>Behind the five fields of a time, which begin their line: <c>0 3 * * 1 x /usr/bin/y</c>.</summary>
    private static int Scheduled(ReadOnlySpan<char> text, int at)
    {
        var line = text[Math.Max(0, at - LongestSchedule)..at].LastIndexOf('\n') is >= 0 and var step
            ? Math.Max(0, at - LongestSchedule) + step + 1 : 0;
        if (at - line is 0 or > LongestSchedule) return -1;
        var i = line;
        for (var fields = 0; fields < 5; fields++)
        {
            var first = i;
            while (i < text.Length && text[i] is not (' ' or '\t') && (s_schedule.Contains(text[i]) || char.IsAsciiLetter(text[i]))) i++;
            if (i == first || i - first > 16 || (fields < 3 && text[first..i].ContainsAnyExcept(s_schedule))) return -1;
            while (i < text.Length && text[i] is ' ' or '\t') i++;
        }
        return i;
    }

    /// <summary>Behind the quotation mark, where EAP is spoken of nearby.</summary>
    private static int Identity(ReadOnlySpan<char> text, int at)
    {
        if (at == 0 || text[at - 1] is not ('i' or 'I')) return -1;
        var around = text[Math.Max(0, at - Around)..Math.Min(text.Length, at + Around)];
        if (!around.ContainsAny(s_ofEap)) return -1;
        var start = at + "dentity=".Length;
        return start < text.Length && text[start] is '"' ? start + 1 : start;
    }

    /// <summary>Behind <c>name =</c> of the section of Git's settings that says who commits.</summary>
    private static int Named(ReadOnlySpan<char> text, int at)
    {
        var start = at + text[at..].IndexOf('\n') + 1;
        var rest = text[start..Math.Min(text.Length, start + Longest)];
        var trimmed = rest.TrimStart();
        if (!trimmed.StartsWith("name")) return -1;
        var value = trimmed["name".Length..].TrimStart();
        if (value is not ['=', ..]) return -1;
        return start + rest.Length - value[1..].TrimStart().Length;
    }

    private static int AfterDomain(ReadOnlySpan<char> text, int start)
    {
        var end = End(text, start);
        if (end >= text.Length || text[end] != '\\') return start;
        return text[start..end].ContainsAnyInRange('a', 'z') ? end + 1 : -1; // DomainAccounts knows those in capitals
    }

    /// <summary>Two numbers and the kind of a network (RFC 8866 section 5.2).</summary>
    private static bool IsOrigin(ReadOnlySpan<char> rest)
    {
        for (var numbers = 0; numbers < 2; numbers++)
        {
            if (rest is not [' ', >= '0' and <= '9', ..]) return false;
            rest = rest[1..];
            rest = rest[(rest.IndexOfAnyExceptInRange('0', '9') is >= 0 and var stop ? stop : rest.Length)..];
        }
        return rest.StartsWith(" IN IP");
    }

    private static int End(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && end - start < Longest && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '.' or '-')) end++;
        while (end > start && text[end - 1] is '.' or '-') end--;
        return end;
    }
}
