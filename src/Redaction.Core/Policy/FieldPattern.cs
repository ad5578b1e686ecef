namespace Redaction;

/// <summary>What names a field: a key or column wherever it stands (<c>text</c>), or a path (<c>$.messages[*].content</c>);
/// both may be globs, and both take in what lies below.</summary>
internal static class FieldPattern
{
    private const string Element = "[*]";

    /// <summary>True when the pattern names the field, or something that the field lies in.</summary>
    /// <param name="pattern">What the caller or a policy gave.</param>
    /// <param name="field">The field's path with a star for every index, or the name of its column.</param>
    public static bool Matches(Glob pattern, ReadOnlySpan<char> field)
    {
        if (pattern.Matches(field)) return true;
        var isPath = field.StartsWith('$');
        if (!pattern.Pattern.StartsWith('$')) return isPath && MatchesSteps(pattern, field);
        if (!isPath) return pattern.Pattern.StartsWith("$.", StringComparison.Ordinal) && new Glob(pattern.Pattern[2..]).Matches(field);
        for (var i = 1; i < field.Length; i++)
            if (IsBoundary(field[i]) && pattern.Matches(field[..i])) return true;
        return false;
    }

    /// <summary>What keeps a pattern from ever naming a field; null when nothing does.</summary>
    public static string? Fault(string pattern)
    {
        if (string.IsNullOrWhiteSpace(pattern)) return "a field has a name, such as text, or a path, such as $.messages[*].content";
        if (Meant(pattern) is not { } meant) return null;
        return $"'{pattern}' names no field: did you mean '{meant}'? "
            + "It is a name, such as text, or a path, such as $.messages[*].content";
    }

    /// <summary>The pattern as it is written here; null when it is written so.</summary>
    public static string? Meant(string pattern)
    {
        var meant = pattern switch
        {
            "" => "$",
            ['.' or '/' or '#', '/' or '.', ..] or ['.' or '/', ..] => "$." + pattern.TrimStart('#').Trim('.', '/').Replace('/', '.'),
            ['$', '.', '.', ..] => pattern.TrimStart('$', '.'),
            ['$', not ('.' or '[' or '*'), ..] => "$." + pattern[1..],
            ['$', ..] => Normalized(pattern),
            _ => pattern,
        };
        return meant == pattern ? null : meant is "" or "$." ? "$" : meant;
    }

    /// <summary>One or more whole steps that follow each other, wherever they stand.</summary>
    private static bool MatchesSteps(Glob pattern, ReadOnlySpan<char> field)
    {
        for (var start = 2; start < field.Length; start++)
        {
            if (field[start - 1] != '.') continue;
            for (var end = start + 1; end <= field.Length; end++)
                if ((end == field.Length || IsBoundary(field[end])) && pattern.Matches(field[start..end])) return true;
        }
        return false;
    }

    private static bool IsBoundary(char c) => c is '.' or '[';

    /// <summary>The path with a star for every index, and names in brackets as steps.</summary>
    private static string Normalized(string path)
    {
        var normal = new System.Text.StringBuilder(path.Length);
        for (var i = 0; i < path.Length; i++)
        {
            if (path[i] != '[')
            {
                if (path[i] == '.' && i + 1 < path.Length && path[i + 1] is '.' or '[') continue;
                normal.Append(path[i]);
                continue;
            }
            var end = path.IndexOf(']', i);
            var inside = path[(i + 1)..(end < 0 ? path.Length : end)].Trim('\'', '"');
            normal.Append(inside.Length == 0 || inside == "*" || inside.All(char.IsAsciiDigit) ? Element : "." + inside);
            i = end < 0 ? path.Length : end;
        }
        return normal.ToString().TrimEnd('.');
    }
}
