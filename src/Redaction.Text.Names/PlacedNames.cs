using System.Buffers;

namespace Redaction.Text.Names;

/// <summary>A given name and a surname where a person is expected and no sentence is: behind who is asked or thanked in a comment
/// (<c>// ask X Y about this</c>, <c>TODO(X Y)</c>), in a distinguished name (<c>CN=X Y,OU=…</c>, RFC 4514) and alone in a cue of
/// MicroDVD (<c>{10}{40}X Y</c>).</summary>
internal static class PlacedNames
{
    private const float Score = 0.75f;
    private const int Longest = 24, MostWords = 3, LongestCue = 12;

    private static readonly string[] s_leads =
    [
        "ask ", "blame ", "check with ", "credit to ", "fixed by ", "found by ", "ping ", "poke ", "reported by ", "reviewed by ",
        "speak to ", "suggested by ", "talk to ", "tell ", "thanks to ", "written by ", "CN=", "}{", .. AccountTags.Notes,
    ];

    private static readonly SearchValues<string> s_search = SearchValues.Create(s_leads, StringComparison.OrdinalIgnoreCase);

    /// <summary>Adds the names.</summary>
    public static void Detect(ReadOnlySpan<char> text, Gazetteer gazetteer, FindingSink<TextSpan> findings)
    {
        for (var position = 0; position < text.Length;)
        {
            var step = text[position..].IndexOfAny(s_search);
            if (step < 0) return;
            var at = position + step;
            position = at + 2;
            var start = Start(text, at);
            if (start < 0 || (at > 0 && char.IsLetterOrDigit(text[at - 1]) && text[at] != '}')) continue;
            var end = End(text, start, gazetteer);
            if (end < 0 || !Fits(text, at, end)) continue;
            findings.Add(new(EntityTypes.Person, TextSpan.FromBounds(start, end), Score, NamesDetector.Id));
            position = end;
        }
    }

    /// <summary>Behind the words; behind both braces and the marks of a cue.</summary>
    private static int Start(ReadOnlySpan<char> text, int at)
    {
        var start = at;
        foreach (var lead in s_leads)
            if (text[at..].StartsWith(lead, StringComparison.OrdinalIgnoreCase)) { start += lead.Length; break; }
        if (text[at] != '}') return start;
        var close = text[start..Math.Min(text.Length, start + LongestCue)].IndexOf('}');
        if (close <= 0 || text.Slice(start, close).ContainsAnyExceptInRange('0', '9')) return -1;
        return start + close + 1;
    }

    /// <summary>The end of a given name and one or two words with a capital; -1 where there is none.</summary>
    private static int End(ReadOnlySpan<char> text, int start, Gazetteer gazetteer)
    {
        var (at, end, words) = (start, -1, 0);
        for (; words < MostWords; words++)
        {
            var stop = at;
            while (stop < text.Length && stop - at < Longest && (char.IsLetter(text[stop]) || text[stop] is '-' or '\'')) stop++;
            var word = text[at..stop];
            if (word.Length < 2 || !char.IsUpper(word[0]) || !char.IsLower(word[^1])) break;
            var isOther = words == 0 ? !NamePairs.IsGiven(NamePairs.Mask(word, gazetteer)) || OrdinaryWords.Contains(word)
                : NameWords.IsOther(word) || NameWords.NameThing(word);
            if (isOther) break;
            end = stop;
            at = stop + 1;
            if (stop >= text.Length || text[stop] != ' ') { words++; break; }
        }
        return words > 1 ? end : -1;
    }

    /// <summary>What ends a distinguished name's part, a cue or a note.</summary>
    private static bool Fits(ReadOnlySpan<char> text, int at, int end)
    {
        if (text[at] == '}') return end == text.Length || text[end] is '\n' or '\r' or '|';
        if (text[at + 2] == '=') return end == text.Length || text[end] is ',' or '/' or '+' or '"' or '\'' or '\n' or '\r';
        return text[end - 1] != '.' && !(end < text.Length && text[end] is '(' or '_' or '/');
    }
}
