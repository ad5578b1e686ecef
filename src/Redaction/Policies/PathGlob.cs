namespace Redaction;

/// <summary>A pattern of paths: <c>*</c> stays within a folder, <c>**</c> is any number of folders. Without a slash it is a name in any
/// folder.</summary>
internal static class PathGlob
{
    public static bool Matches(string pattern, string path)
    {
        var parts = pattern.TrimStart('/').Split('/');
        return parts.Length == 1 ? new Glob(parts[0]).Matches(path.AsSpan(path.LastIndexOf('/') + 1)) || parts[0] == "**"
            : Matches(parts, path.Split('/'));
    }

    private static bool Matches(ReadOnlySpan<string> pattern, ReadOnlySpan<string> path)
    {
        if (pattern.IsEmpty) return path.IsEmpty;
        if (pattern[0] != "**") return !path.IsEmpty && new Glob(pattern[0]).Matches(path[0]) && Matches(pattern[1..], path[1..]);
        for (var skipped = 0; skipped <= path.Length; skipped++)
            if (Matches(pattern[1..], path[skipped..])) return true;
        return false;
    }
}
