namespace Redaction.Text;

/// <summary>Characters spaced out one by one are drawn together: <c>4 1 1 1</c>, <c>j o h n @ e x a m p l e . c o m</c>.
/// Two spaces part words.</summary>
internal static class SpacedFold
{
    /// <summary>Fewest single characters in a row.</summary>
    public const int Fewest = 4;

    public static void Apply(TextView view)
    {
        view.BeginPass();
        var source = view.Text;
        for (var i = 0; i < source.Length;)
        {
            var end = RunFrom(source, i);
            if (end == i) { i++; continue; }
            for (var gap = i + 1; gap < end; gap += 2)
            {
                var wide = gap;
                while (source[gap] == ' ' && source[gap + 1] == ' ') gap++;
                view.Replace(TextSpan.FromBounds(wide, gap + 1), wide == gap ? "" : " ");
            }
            i = end;
        }
        view.EndPass();
    }

    /// <summary>End of the spaced-out run that begins here; <paramref name="start"/> itself when there is none.</summary>
    public static int RunFrom(ReadOnlySpan<char> text, int start)
    {
        if (!IsElement(text[start]) || (start > 0 && char.IsLetterOrDigit(text[start - 1]))) return start;
        int end = start + 1, count = 1;
        while (true)
        {
            var next = end;
            while (next < text.Length && next - end < 3 && text[next] == ' ') next++;
            if (next == end || next >= text.Length || !IsElement(text[next])) break;
            if (next + 1 < text.Length && !(text[next + 1] is ' ' or '\n' or '\r' or ',' or ';' or ')'))
            {
                if (!EndsAfter(text, next))
                    break;
            }
            end = next + 1;
            count++;
        }
        return count >= Fewest ? end : start;
    }

    private static bool EndsAfter(ReadOnlySpan<char> text, int i) =>
        !char.IsLetterOrDigit(text[i + 1]) && (i + 2 >= text.Length || !char.IsLetterOrDigit(text[i + 2]));

    private static bool IsElement(char c) => char.IsLetterOrDigit(c) || c is '@' or '.' or '_' or '-' or '+';
}
