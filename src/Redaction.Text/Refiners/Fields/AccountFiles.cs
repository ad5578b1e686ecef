using System.Buffers;

namespace Redaction.Text;

/// <summary>Lines of files that hold accounts: <c>passwd(5)</c> and <c>shadow(5)</c>, <c>.htpasswd</c>, PostgreSQL's <c>.pgpass</c>, the
/// <c>.netrc</c> of FTP, <c>group(5)</c> and <c>sudoers(5)</c>, and <c>User</c> of <c>ssh_config(5)</c>.</summary>
internal static class AccountFiles
{
    private const int LongestLine = 1024, FirstOfPeople = 1000, MostOfAccount = 64;
    private static readonly SearchValues<char> s_account =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-");

    /// <summary>What stands in all such lines: a password that is elsewhere, a hash, a port.</summary>
    private static readonly SearchValues<string> s_marks =
        SearchValues.Create([":x:", ":*:", ":!:", ":$", ":5432:", ":5433:", ":6432:", ":*:*:"], StringComparison.Ordinal);

    private static readonly FieldMeaning s_user = new(UserName.Type, FieldKind.Word), s_secret = new(EntityTypes.Secret, FieldKind.Whole);

    /// <summary>Adds the accounts, what they hide, and who has them.</summary>
    public static void Find(ReadOnlySpan<char> text, List<NamedPlace> places)
    {
        Colons(text, places);
        Sudoers(text, places);
        After(text, " login ", isSetting: false, places);
        After(text, "User ", isSetting: true, places);
    }

    private static void Colons(ReadOnlySpan<char> text, List<NamedPlace> places)
    {
        for (var line = 0; line < text.Length;)
        {
            var mark = text[line..].IndexOfAny(s_marks);
            if (mark < 0) return;
            line = text[..(line + mark)].LastIndexOf('\n') + 1;
            var end = LineEnd(text, line);
            if (end - line <= LongestLine) Line(text, line, text[line..end].TrimEnd('\r'), places);
            line = end + 1;
        }
    }

    private static void Line(ReadOnlySpan<char> text, int at, ReadOnlySpan<char> line, List<NamedPlace> places)
    {
        Span<Range> parts = stackalloc Range[10];
        var count = line.Split(parts, ':');
        if (count is < 2 or > 9 || !IsAccount(line[parts[0]]) && count != 5) return;
        if (count == 4 && IsNumber(line[parts[2]]) && line[parts[1]] is "x" or "*" or "!") Members(at, line, parts[3], places);
        else if (count == 7 && IsNumber(line[parts[2]]) && IsNumber(line[parts[3]]) && line[parts[5]].StartsWith("/"))
            Passwd(at, line, parts, places);
        else if (count is 2 or 9 && line[parts[1]] is ['$', ..] hash && hash.Count('$') >= 3)
        {
            Add(at, parts[0], line.Length, s_user, places);
            Add(at, parts[1], line.Length, s_secret, places);
        }
        else if (count == 5 && (IsNumber(line[parts[1]]) || line[parts[1]] is "*") && !line.Contains(' ') && IsAccount(line[parts[3]])
            && line[parts[4]].Length > 3)
        {
            Add(at, parts[3], line.Length, s_user, places);
            Add(at, parts[4], line.Length, s_secret, places);
        }
    }

    /// <summary>The members of a group (<c>group(5)</c>).</summary>
    private static void Members(int at, ReadOnlySpan<char> line, Range members, List<NamedPlace> places)
    {
        var (offset, length) = members.GetOffsetAndLength(line.Length);
        foreach (var range in line.Slice(offset, length).Split(','))
        {
            var (start, size) = range.GetOffsetAndLength(length);
            if (IsAccount(line.Slice(offset + start, size))) places.Add(new(at + offset + start, at + offset + start + size, s_user));
        }
    }

    /// <summary>The word that begins a line before a sign that says so: <c>jane ALL=(ALL)</c> of <c>sudoers(5)</c>.</summary>
    private static void Sudoers(ReadOnlySpan<char> text, List<NamedPlace> places)
    {
        for (var position = 0; text[position..].IndexOf(" ALL=", StringComparison.Ordinal) is >= 0 and var step; position++)
        {
            position += step;
            var line = text[..position].LastIndexOf('\n') + 1;
            if (IsAccount(text[line..position])) places.Add(new(line, position, s_user));
        }
    }

    private static void Passwd(int at, ReadOnlySpan<char> line, ReadOnlySpan<Range> parts, List<NamedPlace> places)
    {
        if (int.Parse(line[parts[2]], System.Globalization.CultureInfo.InvariantCulture) < FirstOfPeople) return;
        Add(at, parts[0], line.Length, s_user, places);
        var (offset, length) = parts[4].GetOffsetAndLength(line.Length);
        var comma = line.Slice(offset, length).IndexOf(',');
        if (comma >= 0) length = comma;
        if (length > 0) places.Add(new(at + offset, at + offset + length, new(EntityTypes.Person, FieldKind.Single)));
    }

    private static void After(ReadOnlySpan<char> text, string lead, bool isSetting, List<NamedPlace> places)
    {
        for (var position = 0; position < text.Length;)
        {
            var step = text[position..].IndexOf(lead, StringComparison.Ordinal);
            if (step < 0) return;
            var start = position + step + lead.Length;
            position = start;
            var line = text[..start].LastIndexOf('\n') + 1;
            var lineEnd = LineEnd(text, start);
            if (lineEnd - line > LongestLine || !(isSetting ? IsOfHost(text, line, lineEnd) : IsOfMachine(text, line, lineEnd))) continue;
            var end = start;
            while (end < lineEnd && !char.IsWhiteSpace(text[end])) end++;
            if (IsAccount(text[start..end])) places.Add(new(start, end, s_user));
        }
    }

    /// <summary>A machine and its login on one line, or the login on a line between the machine's and that of the password.</summary>
    private static bool IsOfMachine(ReadOnlySpan<char> text, int line, int end) =>
        text[line..end].TrimStart() is var rest && (rest.StartsWith("machine ") || rest.StartsWith("default ")
            || (rest.StartsWith("login ") && text[end..].TrimStart().StartsWith("password ")));

    /// <summary>A setting below a host, two words of a line that is set in.</summary>
    private static bool IsOfHost(ReadOnlySpan<char> text, int line, int end) =>
        text[line] is ' ' or '\t' && text[line..end].Trim() is var rest && rest.StartsWith("User ") && rest.Count(' ') == 1
        && text[Math.Max(0, line - LongestLine)..line].Contains("Host ", StringComparison.Ordinal);

    private static bool IsAccount(ReadOnlySpan<char> name) =>
        name.Length is >= 2 and <= MostOfAccount && char.IsLetter(name[0]) && !name.ContainsAnyExcept(s_account)
        && !UserFolders.IsNobody(name);

    private static bool IsNumber(ReadOnlySpan<char> part) => part.Length is > 0 and < 10 && !part.ContainsAnyExceptInRange('0', '9');

    private static void Add(int at, Range part, int length, FieldMeaning meaning, List<NamedPlace> places)
    {
        var (offset, size) = part.GetOffsetAndLength(length);
        if (size > 0) places.Add(new(at + offset, at + offset + size, meaning));
    }

    private static int LineEnd(ReadOnlySpan<char> text, int at) =>
        text[at..].IndexOf('\n') is >= 0 and var length ? at + length : text.Length;
}
