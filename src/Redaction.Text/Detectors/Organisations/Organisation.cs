using System.Collections.Frozen;

namespace Redaction.Text;

/// <summary>Names of organisations that end in a legal form (<c>Ltd</c>, <c>GmbH</c>, <c>S.A.</c>) or a word that only organisations have
/// (<c>Industries</c>, <c>University</c>): the capital words before it and the word itself.</summary>
internal sealed class Organisation : ITextDetector
{
    private const int MostWords = 5;
    private static readonly string[] s_forms = [.. TextLexicon.LegalForms.Of("legal", "word")];
    private static readonly WordStarts s_starts = new(s_forms);

    /// <summary>The forms by their first character, which is one of ASCII; the longest first.</summary>
    private static readonly string[]?[] s_byLetter = ByLetter();

    /// <summary>Words that stand with a capital in contracts, headings and titles before one of the forms,
    /// and make no name of it.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_generic =
        ("free open support public private personal local third other such additional original source larger modified application "
            + "operating embedded user test computer control power social mass print mixed target "
        + "working study focus reference peer age research security storage file legacy internal external parent own whole entire "
            + "renewable nuclear solar thermal kinetic human venture capital social health life car "
        + "travel property math system web mobile enterprise commercial proprietary accounting payroll")
            .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly EntityType s_type = new("organization");

    public static ITextDetector Detector { get; } = new Organisation();

    public DetectorInfo Info { get; } = new("organization", s_type);

    public void Detect(TextSource source, FindingSink<TextSpan> findings)
    {
        var text = source.Text;
        for (var word = s_starts.Next(text, 0); word >= 0; word = s_starts.Next(text, word + 1))
        {
            if (word == 0 || text[word - 1] != ' ') continue;
            var length = FormLength(text, word);
            var (at, end) = (word - 1, word + length);
            if (length == 0 || (end < text.Length && char.IsLetterOrDigit(text[end]))) continue;
            if (text[(at + 1)..end] is "Group" && FollowsId(text, end)) continue;
            var start = NameStart(text, at, out var words);
            if (words == 0 || IsShouted(text, at, text[(at + 1)..end])) continue;
            var isLegal = IsLegal(text[(at + 1)..end]);
            if (text[(at + 1)..end] is "Software" or "Group" or "Systems" or "Networks" or "Media" or "Energy" or "Capital" or "Company"
                or "Partners" or "Solutions" && NamesNothing(text[start..at])) continue;
            findings.Add(new(s_type, TextSpan.FromBounds(start, WithStop(text, end)), isLegal ? 0.85f : words > 1 ? 0.7f : 0.6f, Info.Id));
            word = end - 1;
        }
    }

    /// <summary>True when the words before "Software" or "Group" are everyday ones: "Free Software",
    /// "Covered Software", "Support Group".</summary>
    private static bool NamesNothing(ReadOnlySpan<char> words)
    {
        foreach (var range in words.Split(' '))
        {
            var word = words[range];
            if (!s_generic.Contains(word) && !(word.Length > 5 && (word.EndsWith("ed") || word.EndsWith("ing")))) return false;
        }
        return true;
    }

    /// <summary>"Thread Group ID", "Supplementary Group Ids".</summary>
    private static bool FollowsId(ReadOnlySpan<char> text, int end) =>
        end + 3 <= text.Length && text[end] == ' ' && text[end + 1] == 'I' && text[end + 2] is 'D' or 'd';

    /// <summary>A form of two capitals inside words in capitals is a word itself: "THE PROGRAM AS IT IS".</summary>
    private static bool IsShouted(ReadOnlySpan<char> text, int at, ReadOnlySpan<char> form)
    {
        if (form.Length != 2) return false;
        var from = at;
        while (from > 0 && char.IsLetter(text[from - 1])) from--;
        return at - from > 3 && text[from..at].IndexOfAnyExceptInRange('A', 'Z') < 0;
    }

    private static int FormLength(ReadOnlySpan<char> text, int at)
    {
        if (!char.IsAscii(text[at]) || s_byLetter[text[at]] is not { } forms) return 0;
        foreach (var form in forms)
            if (text[at..].StartsWith(form, StringComparison.Ordinal)) return form.Length;
        return 0;
    }

    private static string[]?[] ByLetter()
    {
        var forms = new string[]?[128];
        foreach (var same in s_forms.GroupBy(static form => form[0]))
            forms[same.Key] = [.. same.OrderByDescending(static form => form.Length)];
        return forms;
    }

    private static bool IsLegal(ReadOnlySpan<char> form) =>
        form.Length <= 5 && form is not ("Bank" or "Group" or "Labs" or "Media") || form.Contains('.')
            || form is "Limited" or "Corporation" or "Incorporated";

    private static int WithStop(ReadOnlySpan<char> text, int end) =>
        end < text.Length && text[end] == '.' && text[end - 1] is 'c' or 'd' or 'p'
            && (end + 1 == text.Length || text[end + 1] is ' ' or ',') && end + 2 < text.Length
            && char.IsLower(text[Math.Min(text.Length - 1, end + 2)]) ? end + 1 : end;

    /// <summary>Goes back over capital words, and over "and" and "&amp;" between them; short forms need a word of their own kind.</summary>
    private static int NameStart(ReadOnlySpan<char> text, int end, out int words)
    {
        int at = end, start = end;
        words = 0;
        if (at > 0 && text[at - 1] == ',') at--;
        for (var count = 0; count < MostWords && at > 0; count++)
        {
            var from = at;
            while (from > 0 && at - from < 30
                && (char.IsLetterOrDigit(text[from - 1]) || text[from - 1] == '&'
                    || (from < at && text[from - 1] is '-' or '\'' or '’' or '.'))) from--;
            if (from == at) break;
            var word = text[from..at];
            if (char.IsUpper(word[0]) && !(NameWords.IsOther(word) || word is "The" or "Our" or "Your"))
            {
                words++;
                start = from;
            }
            else if (!(words > 0 && word is "&" or "and" or "of" or "und" or "de" or "et")) break;
            if (from == 0 || text[from - 1] != ' ') break;
            at = from - 1;
        }
        return start;
    }
}
