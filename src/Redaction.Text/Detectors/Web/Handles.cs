using System.Buffers;

namespace Redaction.Text;

/// <summary>Handles in chats and posts (<c>@kari_88</c>), and the name before what was said (<c>[09:14] &lt;kari_88&gt;</c>). What
/// programs write with an at sign (annotations, decorators, variables, scopes of packages) is none.</summary>
internal static class Handles
{
    private const int Longest = 40, Shortest = 3, Stamp = 24, MostOthers = 16, LongestLine = 400;

    private static readonly SearchValues<char> s_address = SearchValues.Create("0123456789.");
    private static readonly SearchValues<char> s_stamp = SearchValues.Create("0123456789:.-/, TAPMapm[]");

    /// <summary>Adds the handles.</summary>
    public static void Find(ReadOnlySpan<char> text, FindingSink<TextSpan> findings)
    {
        for (var at = text.IndexOf('@'); at >= 0;)
        {
            var end = End(text, at + 1);
            if (at > 1 && text[at - 1] is '\'' or '`' && at + 1 < text.Length
                && text[at + 1] == text[at - 1]) Quoted(text, at - 1, findings);
            else if (at > 0 && char.IsLetterOrDigit(text[at - 1]))
            {
                AtHost(text, at, end, findings);
                BeforeAddress(text, at, findings);
            }
            else if (at > 8 && text[at - 1] == '/' && IsOfPage(text, at, end))
                findings.Add(new(UserName.Type, TextSpan.FromBounds(at + 1, end), 0.8f, UserName.Id));
            else if (end - at > Shortest && ((Stands(text, at, end) && (IsTelling(text[(at + 1)..end]) || IsSpokenTo(text, at)))
                || IsOwner(text, at, end)))
                findings.Add(new(UserName.Type, TextSpan.FromBounds(at + 1, end), 0.75f, UserName.Id));
            var next = text[(at + 1)..].IndexOf('@');
            at = next < 0 ? -1 : at + 1 + next;
        }
        Speakers(text, findings);
    }

    /// <summary>The account at a machine that has no domain: a prompt (<c>x@host:~$</c>), or the target of a copy
    /// (<c>x@10.2.3.4:/srv</c>).</summary>
    private static void AtHost(ReadOnlySpan<char> text, int at, int end, FindingSink<TextSpan> findings)
    {
        var start = at;
        while (start > 0 && at - start < Longest && IsSign(text[start - 1])) start--;
        if (at - start < 2 || end - at < 2 || UserFolders.IsNobody(text[start..at]) || !char.IsLetter(text[start])) return;
        var isNumber = !text[(at + 1)..end].ContainsAnyExcept(s_address) && text[(at + 1)..end].Count('.') == 3;
        var isPath = end + 1 < text.Length && text[end] == ':' && text[end + 1] is '~' or '/';
        var isPrompt = start > 0 && text[start - 1] == '[' && end + 1 < text.Length && text[end] == ' ' && text[end + 1] is '~' or '/';
        if (isNumber || isPath || isPrompt || RemoteCommands.Take(text, start, at, end)) findings.Add(new(UserName.Type, TextSpan.FromBounds(start, at), 0.8f, UserName.Id));
    }

    /// <summary>The account that stands as a name before its own address: <c>x &lt;x@example.com&gt;</c>.</summary>
    private static void BeforeAddress(ReadOnlySpan<char> text, int at, FindingSink<TextSpan> findings)
    {
        var open = text[Math.Max(0, at - Longest)..at].LastIndexOf('<');
        if (open < 0) return;
        open += Math.Max(0, at - Longest);
        var local = text[(open + 1)..at];
        var start = open - 1 - local.Length;
        if (local.Length < Shortest || start < 0 || text[open - 1] != ' ' || !text[start..(open - 1)].SequenceEqual(local)) return;
        if (local.ContainsAnyInRange('A', 'Z') || UserFolders.IsNobody(local) || OrdinaryWords.Contains(local)) return;
        if (start == 0 || text[start - 1] is ' ' or '\n' or '\t' or ',' or '"')
            findings.Add(new(UserName.Type, new(start, local.Length), 0.8f, UserName.Id));
    }

    /// <summary>A page of a network of Mastodon's kind, whatever its host: <c>https://social.example/@x</c>.</summary>
    private static bool IsOfPage(ReadOnlySpan<char> text, int at, int end)
    {
        var host = text[Math.Max(0, at - 1 - Longest)..(at - 1)];
        var slash = host.LastIndexOf("://", StringComparison.Ordinal);
        return slash >= 0 && slash + 3 < host.Length && !host[(slash + 3)..].ContainsAny("/ \n") && host[(slash + 3)..].Contains('.')
            && end - at > Shortest && (end == text.Length || text[end] is not '@');
    }

    /// <summary>The account of a database: <c>'x'@'%'</c>.</summary>
    private static void Quoted(ReadOnlySpan<char> text, int quote, FindingSink<TextSpan> findings)
    {
        var start = quote;
        while (start > 0 && quote - start < Longest && IsSign(text[start - 1])) start--;
        if (quote - start < 2 || start == 0 || text[start - 1] != text[quote] || UserFolders.IsNobody(text[start..quote])) return;
        if (text[..(start - 1)].EndsWith("user ", StringComparison.OrdinalIgnoreCase)) return; // LoginLines has it
        findings.Add(new(UserName.Type, TextSpan.FromBounds(start, quote), 0.8f, UserName.Id));
    }

    private static void Speakers(ReadOnlySpan<char> text, FindingSink<TextSpan> findings)
    {
        for (var position = 0; position < text.Length;)
        {
            var step = text[position..].IndexOf('<');
            if (step < 0) return;
            var at = position + step;
            position = at + 1;
            var start = at + 1 < text.Length && text[at + 1] is '@' or '+' or '%' or ' ' ? at + 2 : at + 1;
            var end = End(text, start);
            if (end < text.Length && text[end] == '|' && text[start - 1] == '@') end = End(text, start = end + 1); // <@U024BE7LH|x> of Slack
            if (end - start < 2 || end >= text.Length || text[end] != '>' || !(text[start - 1] is '@' or '|' || IsStamped(text, at))) continue;
            findings.Add(new(UserName.Type, TextSpan.FromBounds(start, end), 0.8f, UserName.Id));
            if ((IsTelling(text[start..end]) || text[end - 1] == '_')
                && !text[..at].Contains(text[at..(end + 1)], StringComparison.Ordinal))
                ChatSpeakers.Everywhere(text, text[start..end], findings, isTold: true);
            position = end;
        }
    }

    /// <summary>A time and nothing else stands before it on the line.</summary>
    private static bool IsStamped(ReadOnlySpan<char> text, int at)
    {
        var line = text[Math.Max(0, at - Stamp)..at];
        line = line[(line.LastIndexOf('\n') + 1)..].Trim(" \t[]()-TZ");
        return line.Length >= 4 && line.Contains(':') && !line.ContainsAnyExcept(s_stamp);
    }

    /// <summary>Not part of an address, a path, a call or an assignment.</summary>
    private static bool Stands(ReadOnlySpan<char> text, int at, int end)
    {
        if (at > 0 && !char.IsWhiteSpace(text[at - 1]) && !"(,<[\">*：，".Contains(text[at - 1])) return false;
        if (end < text.Length && text[end] is '/' or '(' or '=' or '{' or '@' || (end < text.Length && text[end] == ';'
            && !IsSpokenTo(text, at))) return false;
        var line = text[..at];
        line = line[(line.LastIndexOf('\n') + 1)..];
        var before = line.TrimEnd();
        var after = text[end..Math.Min(text.Length, end + 4)].TrimStart(' ');
        if (before.EndsWith('=') || before.EndsWith("//") || after is ['=', ..] or [':', '=', ..]) return false;
        if (before.IsEmpty || before is "*" or "/**") return !(after.IsEmpty || after[0] is '\n' or '\r'); // a decorator stands alone
        return !IsStatement(line.TrimStart());
    }

    /// <summary>An account among the owners of files, as <c>CODEOWNERS</c> has them: <c>/docs/ @x @y</c>. What stands before a slash is a
    /// team.</summary>
    private static bool IsOwner(ReadOnlySpan<char> text, int at, int end)
    {
        if (at == 0 || text[at - 1] is not (' ' or '\t')) return false;
        var rest = text[end..Math.Min(text.Length, end + LongestLine)];
        if (rest.IndexOfAny('\n', '\r') is >= 0 and var stop) rest = rest[..stop];
        var line = text[(text[..at].LastIndexOf('\n') + 1)..at].TrimEnd();
        var first = line.IndexOfAny(' ', '\t') is > 0 and var space ? line[..space] : line;
        if (first is not ['*' or '/' or '.', ..] || first.StartsWith("//") || first.StartsWith("/*")) return false;
        return (rest.IsEmpty || rest[0] is ' ' or '\t') && AreOwners(line[first.Length..]) && AreOwners(rest)
            && (first.Length > 1 || rest.Contains('@'));
    }

    private static bool AreOwners(ReadOnlySpan<char> words)
    {
        if (words.IndexOf('#') is >= 0 and var note) words = words[..note];
        foreach (var range in words.SplitAny(" \t"))
            if (words[range] is { Length: > 0 } word && !word.Contains('@')) return false;
        return true;
    }

    private static bool IsStatement(ReadOnlySpan<char> line)
    {
        var word = line[..(line.IndexOf(' ') is >= 0 and var space ? space : line.Length)];
        return word is "SELECT" or "SET" or "DECLARE" or "EXEC" or "WHERE" or "AND" or "INSERT" or "UPDATE" or "VALUES" or "CALL" or "FROM"
            or "IF" or "WHILE" or "FETCH" or "set" or "select" or "declare" or "where" or "public" or "private" or "final" or "import";
    }

    /// <summary>A digit or low line joins no ordinary word.</summary>
    private static bool IsTelling(ReadOnlySpan<char> name) =>
        (name.ContainsAnyInRange('0', '9') || name[1..^1].Contains('_')) && name.ContainsAnyInRange('a', 'z')
        && !(char.IsAsciiDigit(name[0]) && !name.Contains('_'));

    /// <summary>After a greeting, thanks or copy, or in a line that begins with a time.</summary>
    private static bool IsSpokenTo(ReadOnlySpan<char> text, int at)
    {
        var line = text[..at];
        line = line[(line.LastIndexOf('\n') + 1)..];
        if (line is ['[', >= '0' and <= '9', ..] && line.IndexOf(']') is > 4 and < Stamp) return true;
        line = line.TrimEnd();
        for (var others = 0; others < MostOthers && line.LastIndexOf(' ') is > 0 and var space && line[space + 1] == '@'; others++)
            line = line[..space].TrimEnd(" ,"); // cc @x @y
        var word = line[(line.LastIndexOf(' ') + 1)..].TrimEnd(":,");
        Span<char> lower = stackalloc char[16];
        if (word.Length is 0 or > 16) return false;
        word.ToLowerInvariant(lower);
        return lower[..word.Length] is "cc" or "hi" or "hey" or "hello" or "thanks" or "thx" or "ping" or "via" or "dm" or "by" or "hei"
            or "hej" or "hallo" or "hola" or "danke" or "takk" or "tack" or "merci" or "gracias" or "follow" or "twitter" or "instagram"
            or "insta" or "ig" or "telegram" or "tiktok" or "threads" or "snapchat" or "handle" or "salut" or "ciao" or "grazie" or "oi";
    }

    private static bool IsSign(char c) => char.IsLetterOrDigit(c) || c is '_' or '.' or '-';

    private static int End(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && end - start < Longest && IsSign(text[end])) end++;
        while (end > start && text[end - 1] is '.' or '-') end--;
        return end;
    }
}
