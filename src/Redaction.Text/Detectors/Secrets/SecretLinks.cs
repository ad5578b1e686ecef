using System.Buffers;

namespace Redaction.Text;

/// <summary>The token in the path of a link that resets, confirms or invites: <c>/reset-password/…</c>, <c>/verify/…</c>.</summary>
internal static class SecretLinks
{
    private const int Shortest = 12, Longest = 512, LongestName = 32;
    private static readonly SearchValues<string> s_search = SearchValues.Create(
        ["/reset", "/verify", "/confirm", "/invit", "/magic", "/activat", "/recover", "/unsubscribe", "/token/", "/password/", "/passwort",
            "/webhooks/", "/services/T"], StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<char> s_token =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=~%");

    /// <summary>Adds the tokens.</summary>
    public static void Find(ReadOnlySpan<char> text, FindingSink<TextSpan> findings)
    {
        for (var position = 0; position < text.Length;)
        {
            var step = text[position..].IndexOfAny(s_search);
            if (step < 0) return;
            position += step + 1;
            var slash = text[position..Math.Min(text.Length, position + LongestName)].IndexOf('/');
            if (slash < 0) continue;
            var start = position + slash + 1;
            var rest = text[start..Math.Min(text.Length, start + Longest)];
            var length = rest.IndexOfAnyExcept(s_token) is >= 0 and var stop ? stop : rest.Length;
            while (length > 0 && rest[length - 1] is '.' or '-') length--;
            var token = rest[..length];
            if (length < Shortest || !token.ContainsAnyInRange('0', '9')) continue;
            if (!token.ContainsAnyInRange('a', 'z') && !token.ContainsAnyInRange('A', 'Z')) continue;
            findings.Add(new(EntityTypes.Secret, new(start, length), 0.85f, "secret"));
            position = start + length;
        }
    }
}
