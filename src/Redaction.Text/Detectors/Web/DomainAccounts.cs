namespace Redaction.Text;

/// <summary>The account behind a domain of Windows (<c>CORP\x</c>, <c>AzureAD\X</c>). Paths, keys of the registry, accounts of the system
/// and signs that programs write with a backslash (<c>ERROR\nuser</c>) are none.</summary>
internal static class DomainAccounts
{
    private const int LongestDomain = 15, Longest = 64, Shortest = 3;

    private static readonly WordSet s_notDomains = new("HKLM HKCU HKCR HKU HKCC SOFTWARE SYSTEM HARDWARE SAM SECURITY BUILTIN "
        + "AUTHORITY SERVICE "
        + "LOCAL NT MACHINE USERS WINDOWS DRIVERS CLASSES MICROSOFT");

    /// <summary>Adds the accounts.</summary>
    public static void Find(ReadOnlySpan<char> text, FindingSink<TextSpan> findings)
    {
        for (var at = text.IndexOf('\\'); at >= 0;)
        {
            var start = at;
            while (start > 0 && at - start <= LongestDomain && IsOfDomain(text[start - 1])) start--;
            var end = at + 1;
            while (end < text.Length && end - at < Longest && (char.IsAsciiLetterOrDigit(text[end])
                || text[end] is '_' or '.' or '-')) end++;
            while (end > at + 1 && text[end - 1] is '.' or '-') end--;
            if (IsDomain(text[start..at]) && Stands(text, start, end) && IsAccount(text[(at + 1)..end]))
                findings.Add(new(UserName.Type, TextSpan.FromBounds(at + 1, end), 0.75f, UserName.Id));
            var next = text[(at + 1)..].IndexOf('\\');
            at = next < 0 ? -1 : at + 1 + next;
        }
    }

    /// <summary>Capitals alone, as domains are written, or one of the names that Windows gives.</summary>
    private static bool IsDomain(ReadOnlySpan<char> domain) => domain.Length is >= 2 and <= LongestDomain
        && (domain is "AzureAD" or "MicrosoftAccount" || !(domain.ContainsAnyInRange('a', 'z') || !char.IsAsciiLetterUpper(domain[0])))
        && !s_notDomains.Contains(domain);

    /// <summary>Nothing of a path is beside it.</summary>
    private static bool Stands(ReadOnlySpan<char> text, int start, int end) =>
        (start == 0 || (!char.IsLetterOrDigit(text[start - 1]) && text[start - 1] is not ('\\' or '/' or ':' or '.' or '_' or '$' or '-'))
            || (text[start - 1] == ':' && start > 1 && char.IsLetter(text[start - 2])))
        && (end == text.Length || text[end] is not ('\\' or '/' or '(' or '{' or '$' or '_' or '*' or '+'));

    private static bool IsAccount(ReadOnlySpan<char> name)
    {
        if (name.Length < Shortest || !char.IsAsciiLetter(name[0]) || UserFolders.IsNobody(name) || name is "SYSTEM") return false;
        if (!name.ContainsAnyInRange('a', 'z')) return false;
        // \n, \t and their like before an ordinary word
        return name[0] is not ('n' or 'r' or 't' or 'b' or 'f' or 'v' or 'x' or 'u' or 'd' or 's' or 'w')
            || !(OrdinaryWords.Contains(name[1..]) || UserFolders.IsNobody(name[1..]) || char.IsUpper(name[1]) || name.Length < 5);
    }

    private static bool IsOfDomain(char c) => char.IsAsciiLetterOrDigit(c) || c == '-';
}
