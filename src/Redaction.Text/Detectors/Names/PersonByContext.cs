using System.Buffers;

namespace Redaction.Text;

/// <summary>Names of persons where the words before them say so: a title (<c>Mr Smith</c>, <c>Frau Weber</c>), a label (<c>Patient: Ada Fell</c>) or an
/// introduction (<c>my name is Ada</c>, <c>Dear Ada</c>). The title is not part of the name. Names without such words need a model.</summary>
internal sealed class PersonByContext : ITextDetector
{
    private const int MostWords = 4;
    private enum Kind { Title, Label, Phrase }

    public static ITextDetector Detector { get; } = new PersonByContext();

    public DetectorInfo Info { get; } = new("person-context", EntityTypes.Person);

    public void Detect(TextSource source, FindingSink<TextSpan> findings)
    {
        var text = source.Text;
        Search(text, NameWords.TitleSearch, NameWords.Titles, Kind.Title, findings);
        Search(text, NameWords.PhraseSearch, NameWords.Phrases, Kind.Phrase, findings);
        for (var colon = text.IndexOf(':'); colon >= 0;)
        {
            if (colon + 3 < text.Length && text[colon + 1] is ' ' or '\t' && colon > 1 && char.IsLetter(text[colon - 1]))
            {
                var word = AddressText.WordStart(text, colon);
                if (word < colon && NameWords.IsLabel(text[word..colon])) Add(text, word, colon + 1, Kind.Label, findings);
            }
            var next = text[(colon + 1)..].IndexOf(':');
            colon = next < 0 ? -1 : colon + 1 + next;
        }
    }

    private static int Add(ReadOnlySpan<char> text, int at, int start, Kind kind, FindingSink<TextSpan> findings)
    {
        var first = SkipSpaces(text, start, kind);
        start = SkipTitles(text, first);
        if (kind != Kind.Title && start > first) return 0; // the title introduces the name by itself
        var end = NameEnd(text, start, out var words);
        if (words == 0 || (kind == Kind.Label && words < 2 && !IsNameLabel(text[at..start]))) return 0;
        if (kind == Kind.Phrase && words < 2 && text[at] is 'P' or 'D' && text[at..].IndexOf("Dear", StringComparison.Ordinal) != 0) return 0;
        findings.Add(new(EntityTypes.Person, TextSpan.FromBounds(start, end), kind == Kind.Title ? 0.85f : words > 1 ? 0.8f : 0.65f, "person-context"));
        return end;
    }

    private static void Search(ReadOnlySpan<char> text, SearchValues<string> search, string[] introductions, Kind kind, FindingSink<TextSpan> findings)
    {
        for (var position = 0; position < text.Length;)
        {
            var step = text[position..].IndexOfAny(search);
            if (step < 0) return;
            var at = position + step;
            position = at + 1;
            if (!StandsFree(text, at, kind)) continue;
            var length = 0;
            foreach (var words in introductions)
                if (words.Length > length && words[0] == text[at] && text[at..].StartsWith(words, StringComparison.Ordinal)) length = words.Length;
            if (Add(text, at, at + length, kind, findings) is > 0 and var end) position = end;
        }
    }

    /// <summary>A title begins a word; a phrase may lack the first letter of its first word, which is a capital or not.</summary>
    private static bool StandsFree(ReadOnlySpan<char> text, int at, Kind kind) =>
        at == 0 || !char.IsLetterOrDigit(text[at - 1]) || (kind == Kind.Phrase && char.IsLower(text[at]));

    private static bool IsNameLabel(ReadOnlySpan<char> label) => label.StartsWith("name", StringComparison.OrdinalIgnoreCase) || label.StartsWith("nom", StringComparison.OrdinalIgnoreCase);

    private static int SkipSpaces(ReadOnlySpan<char> text, int start, Kind kind)
    {
        var i = start;
        while (i < text.Length && i - start < 6 && (text[i] is ' ' or '\u00A0' or '\t' or '"' || (text[i] is '\n' or '\r' && kind == Kind.Phrase))) i++;
        return i;
    }

    private static int SkipTitles(ReadOnlySpan<char> text, int start)
    {
        for (var count = 0; count < 3; count++)
        {
            var before = start;
            foreach (var title in NameWords.Titles)
                if (text[start..].StartsWith(title, StringComparison.Ordinal)) { start = SkipSpaces(text, start + title.Length, Kind.Title); break; }
            if (start == before) break;
        }
        return start;
    }

    private static int NameEnd(ReadOnlySpan<char> text, int start, out int words)
    {
        int at = start, end = start;
        words = 0;
        for (var count = 0; count < MostWords && at < text.Length && char.IsLetter(text[at]); count++)
        {
            var stop = WordEnd(text, at);
            var word = text[at..stop];
            var isInitial = word.Length == 1 && char.IsUpper(word[0]);
            if (isInitial && stop < text.Length && text[stop] == '.') stop++;
            if (char.IsUpper(word[0]) && !(words == 0 && isInitial && stop - at == 1) && !NameWords.IsOther(word) && !(word.Length > 1 && IsShout(word) && !IsShout(text[start..stop])))
            {
                words++;
                end = stop;
            }
            else if (!(words > 0 && word is "von" or "van" or "de" or "der" or "den" or "del" or "da" or "di" or "la" or "le" or "bin" or "al" or "ter" or "ten" or "dos")) break;
            if (stop >= text.Length || text[stop] is not (' ' or '\u00A0')) break;
            at = stop + 1;
        }
        if (end > start && end < text.Length && char.IsDigit(text[end])) words = 0;
        return end;
    }

    private static bool IsShout(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
            if (char.IsLower(c)) return false;
        return true;
    }

    private static int WordEnd(ReadOnlySpan<char> text, int start)
    {
        var i = start;
        while (i < text.Length && i - start < 30 && (char.IsLetter(text[i]) || (text[i] is '-' or '\'' or '’' && i + 1 < text.Length && char.IsLetter(text[i + 1]) && !IsPossessive(text, i)))) i++;
        return i;
    }

    private static bool IsPossessive(ReadOnlySpan<char> text, int apostrophe) =>
        text[apostrophe] is '\'' or '’' && text[apostrophe + 1] == 's' && (apostrophe + 2 == text.Length || !char.IsLetter(text[apostrophe + 2]));
}
