namespace Redaction.Text;

/// <summary>Names of sections of settings (INI, TOML, Git): a line in brackets above lines of names and values.</summary>
internal static class SectionNames
{
    private const int Longest = 64;

    /// <summary>Adds the names, which are no data.</summary>
    public static void Find(ReadOnlySpan<char> text, List<NamedPlace> places)
    {
        for (var at = 0; at < text.Length;)
        {
            var step = text[at..].IndexOf('[');
            if (step < 0) return;
            at += step;
            var end = text[at..].IndexOfAny('\r', '\n');
            var line = end < 0 ? text[at..] : text.Slice(at, end);
            var rest = text[(at + line.Length)..];
            var isStart = at == 0 || text[at - 1] is '\n' or '\r';
            if (isStart && IsName(line.TrimEnd()) && IsAboveSettings(rest))
                places.Add(new(at, at + line.Length, new(default, FieldKind.Technical)));
            at += isStart ? Math.Max(1, line.Length) : 1;
        }
    }

    private static bool IsName(ReadOnlySpan<char> line)
    {
        if (line.Length is < 3 or > Longest || line[^1] != ']') return false;
        foreach (var c in line.Trim("[]"))
            if (!char.IsLetterOrDigit(c) && c is not (' ' or '.' or '-' or '_' or ':' or '/' or '"' or '\'' or '\\')) return false;
        return true;
    }

    /// <summary>True when the next line that is neither empty nor a remark is a name with an equals sign or colon.</summary>
    private static bool IsAboveSettings(ReadOnlySpan<char> rest)
    {
        foreach (var written in rest.EnumerateLines())
        {
            var line = written.Trim();
            if (line.IsEmpty || line[0] is ';' or '#') continue;
            var mark = line.IndexOfAny('=', ':');
            if (mark < 1) return false;
            foreach (var c in line[..mark].TrimEnd())
                if (!char.IsLetterOrDigit(c) && c is not ('.' or '-' or '_' or '"' or '[' or ']')) return false;
            return true;
        }
        return false;
    }
}
