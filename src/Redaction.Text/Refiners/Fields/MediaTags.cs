using System.Buffers;

namespace Redaction.Text;

/// <summary>Who made a file of lyrics or subtitles: the tags of LRC (<c>[ar:…]</c>), and what Sub Station Alpha has under
/// <c>[Script Info]</c>.</summary>
internal static class MediaTags
{
    private const int Longest = 120;
    private static readonly string[] s_leads =
    [
        "[ar:", "[au:", "[by:", "[lr:", "[AUTHOR]", "Original Script:", "Original Translation:", "Original Editing:", "Original Timing:",
        "Script Updated By:",
    ];

    private static readonly SearchValues<string> s_search = SearchValues.Create(s_leads, StringComparison.OrdinalIgnoreCase);

    /// <summary>Adds the names.</summary>
    public static void Find(ReadOnlySpan<char> text, List<NamedPlace> places)
    {
        for (var position = 0; position < text.Length;)
        {
            var step = text[position..].IndexOfAny(s_search);
            if (step < 0) return;
            var at = position + step;
            position = at + 1;
            if (at > 0 && text[at - 1] is not ('\n' or '\uFEFF')) continue;
            var start = at + Length(text[at..]);
            while (start < text.Length && text[start] == ' ') start++;
            var rest = text[start..Math.Min(text.Length, start + Longest)];
            var length = rest.IndexOfAny('\r', '\n', text[at] == '[' && text[at + 3] == ':' ? ']' : '\n');
            if (length < 0) length = rest.Length;
            if (length > 0) places.Add(new(start, start + length, new(EntityTypes.Person, FieldKind.Whole)));
        }
    }

    private static int Length(ReadOnlySpan<char> text)
    {
        foreach (var lead in s_leads)
            if (text.StartsWith(lead, StringComparison.OrdinalIgnoreCase)) return lead.Length;
        return 0;
    }
}
