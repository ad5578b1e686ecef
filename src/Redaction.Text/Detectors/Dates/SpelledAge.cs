namespace Redaction.Text;

/// <summary>Ages in words, and ages that a sentence tells: <c>sixty-two-year-old</c>, <c>at the age of eleven</c>, <c>im Alter von elf</c>,
/// <c>when he was 22</c>, <c>She retired at 59.</c> Hyphens and spaces may be those that do not break.</summary>
internal sealed class SpelledAge : ITextDetector
{
    private const float Told = 0.85f, Phrased = 0.8f, BySentence = 0.55f;
    private const int Oldest = 125, LongestWord = 16, MostWords = 4, Youngest = 3, Eldest = 99;

    /// <summary>What stands before an age, of which the words say so; <c>di anni</c> and the like.</summary>
    private static readonly string[] s_before =
    [
        "aged ", "age of ", "at age ", "di anni ", "all'età di ", "all’età di ", "l'âge de ", "l’âge de ", "âgé de ", "âgée de ",
        "la edad de ", "m Alter von ", "de leeftijd van ", "w wieku ", "ve věku ", "en ålder av ", "en alder af ", "en alder av ",
        "a idade de ", "в возрасте ", "у віці ", "vârsta de ", "vârstă de ", "iän ",
    ];

    /// <summary>What stands after an age.</summary>
    private static readonly string[] s_after =
    [
        "year-old", "years-old", "year old", "years old", "years of age", "jährige", "jähriger", "jährigen", "Jahre alt", "años de edad",
        "anos de idade", "anni di età", "jaar oud", "år gammal", "år gammel",
    ];

    /// <summary>What a sentence says before an age, where a stop or a comma follows it.</summary>
    private static readonly string[] s_sentence =
    [
        "he was ", "he is ", "he had been ", "she's ", "he's ", "who was ", "who is ", "I was ", "I am ", ", then ", "turned ", "turning ",
    ];

    private static readonly PhraseSearch s_search = new(
        StringComparison.Ordinal,
        [.. s_before, " at ", "year", "jährig", "Jahre", "años", "anos de idade", "anni di", "jaar oud", "år gamm", .. s_sentence, "At "]);

    private static readonly string[] s_units =
        [" years", " year", " Jahren", " Jahre", " ans", " años", " anni", " anos", " jaar", " lat", " let",
            " år", " лет", " років", " ani"];

    private static readonly WordSet s_english = new(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty "
        + "thirty forty fifty sixty seventy eighty ninety");

    /// <summary>What people do at an age.</summary>
    private static readonly ContextWords s_lives = new(
        "born", "retired", "left", "married", "died", "learned", "learnt", "joined", "became", "moved", "entered",
        "emigrated", "studied", "orphaned", "widowed", "enlisted", "graduated", "won", "fled", "debut", "went blind", "ordained",
        "elected", "youngest", "oldest", "champion", "career");

    private static readonly WordSet s_units10 = new("one two three four five six seven eight nine");

    private static readonly WordSet s_large = new(
        "hundred thousand hundert tausend cent mille cien ciento mil cento honderd duizend hundra tusen hundre tusind um un une uno una "
        + "ein eine een en ett to");

    private static readonly EntityType s_type = new("age");

    public static ITextDetector Detector { get; } = new SpelledAge();

    public DetectorInfo Info { get; } = new("spelled-age", s_type);

    public void Detect(TextSource source, FindingSink<TextSpan> findings)
    {
        var text = source.Text;
        for (var position = 0; position < text.Length;)
        {
            var at = s_search.Next(text, position);
            if (at < 0) return;
            position = at + 1;
            if (text[at] == ' ') InLife(source, at, findings);
            else if (!After(text, at, findings) && !Before(text, at, findings)) InSentence(text, at, findings);
        }
    }

    private static void Add(int start, int end, float score, FindingSink<TextSpan> findings) =>
        findings.Add(new(s_type, TextSpan.FromBounds(start, end), score, "spelled-age"));

    /// <summary>Words of a number before <c>-year-old</c> and its like.</summary>
    private static bool After(ReadOnlySpan<char> text, int at, FindingSink<TextSpan> findings)
    {
        foreach (var words in s_after)
        {
            if (!Typed.BeginsWith(text[at..], words) || at + words.Length < text.Length && char.IsLetter(text[at + words.Length])) continue;
            var isEnglish = words[0] == 'y';
            int start = at, count = 0;
            for (var from = at; count < MostWords; count++)
            {
                (from, var to) = WordBefore(text, from);
                if (from == to) break;
                if (IsNumber(text[from..to], isEnglish)) start = from;
                else if (!isEnglish || !IsInHundred(text[from..to])) break;
            }
            if (start == at) return false;
            Add(start, at + words.Length, Told, findings);
            return true;
        }
        return false;
    }

    /// <summary>A number in words or digits after <c>at the age of</c> and its like.</summary>
    private static bool Before(ReadOnlySpan<char> text, int at, FindingSink<TextSpan> findings)
    {
        foreach (var words in s_before)
        {
            if (!Typed.BeginsWith(text[at..], words) || at > 0 && char.IsLetter(text[at - 1]) && words[0] != 'm') continue;
            var start = SkipAbout(text, at + words.Length);
            var end = NumberEnd(text, start, isEnglish: words[0] == 'a' && words[1] is 'g' or 't');
            if (end == start) return false;
            foreach (var unit in s_units)
                if (Typed.BeginsWith(text[end..], unit) && (end + unit.Length == text.Length || !char.IsLetter(text[end + unit.Length])))
                {
                    end += unit.Length;
                    break;
                }
            Add(start, end, Phrased, findings);
            return true;
        }
        return false;
    }

    /// <summary><c>when he was 22,</c> and <c>At sixteen he</c>.</summary>
    private static void InSentence(ReadOnlySpan<char> text, int at, FindingSink<TextSpan> findings)
    {
        if (text[at..].StartsWith("At ", StringComparison.Ordinal))
        {
            var end = NumberEnd(text, at + 3, isEnglish: true);
            if (end > at + 3 && IsPersonNext(text[end..])) Add(at + 3, end, BySentence, findings);
            return;
        }
        foreach (var words in s_sentence)
        {
            if (!text[at..].StartsWith(words, StringComparison.Ordinal)) continue;
            if (at > 0 && words[0] != ',' && char.IsLetter(text[at - 1]) && !(words[0] == 'h' && text[at - 1] is 's' or 'S')) return;
            var start = SkipAbout(text, at + words.Length);
            var end = NumberEnd(text, start, isEnglish: true);
            if (end > start && text[start..end] is not ("0" or "1" or "one") && !(words[0] == ',' && char.IsAsciiDigit(text[start]))
                && Ends(text[end..])) Add(start, end, BySentence, findings);
            return;
        }
    }

    /// <summary><c>won the title at 19.</c>, <c>left at twenty-three to study</c>: a number that a clause ends in, beside what
    /// people do.</summary>
    private static void InLife(TextSource source, int at, FindingSink<TextSpan> findings)
    {
        var text = source.Text;
        var start = at + " at ".Length;
        var end = NumberEnd(text, start, isEnglish: true);
        if (end == start || (char.IsAsciiDigit(text[start]) && CalendarDate.Number(text[start..end]) is < Youngest or > Eldest)) return;
        var rest = text[end..];
        if (!Ends(rest) && !Typed.BeginsWith(rest, " to ") && !Typed.BeginsWith(rest, " from ") && !Typed.BeginsWith(rest, " and ")
            && !Typed.BeginsWith(rest, " by ") && !Typed.BeginsWith(rest, " under ")) return;
        if (s_lives.AreNear(source, TextSpan.FromBounds(start, end))) Add(start, end, BySentence, findings);
    }

    private static bool IsPersonNext(ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart(',');
        foreach (var word in (ReadOnlySpan<string>)[" he ", " she ", " I ", " his ", " her "])
            if (Typed.BeginsWith(rest, word)) return true;
        return false;
    }

    /// <summary>A stop, a comma, or a word that goes on about a time of life.</summary>
    private static bool Ends(ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty) return true;
        if (rest[0] is '.' or ',' or ';' or ')' or '\n' or '!') return rest.Length == 1 || !char.IsLetterOrDigit(rest[1]);
        foreach (var word in (ReadOnlySpan<string>)[" when ", " at the time", " and lives", " and had ", " last ", " this ",
            " next ", " today", " yesterday"])
            if (Typed.BeginsWith(rest, word)) return true;
        return false;
    }

    private static int SkipAbout(ReadOnlySpan<char> text, int at)
    {
        foreach (var word in (ReadOnlySpan<string>)["about ", "around ", "only ", "just ", "then ", "now ", "etwa ", "nur ", "environ ",
            "circa ",
            "ca. ", "barely ", "nearly ", "almost "])
            if (Typed.BeginsWith(text[at..], word)) return at + word.Length;
        return at;
    }

    /// <summary>End of a number of up to 125 in digits, or of up to three words in words; <paramref name="start"/> when there is
    /// none.</summary>
    private static int NumberEnd(ReadOnlySpan<char> text, int start, bool isEnglish)
    {
        var digits = AddressText.Digits(text, start);
        if (digits > start)
            return digits - start <= 3 && CalendarDate.Number(text[start..digits]) <= Oldest
                && !(digits < text.Length && (char.IsLetter(text[digits]) || text[digits] is '%' or ':' or '°' or '/')) ? digits : start;
        var end = start;
        for (var (count, from) = (0, start); count < MostWords && from < text.Length;)
        {
            var to = from;
            while (to < text.Length && to - from < LongestWord && char.IsLetter(text[to])) to++;
            if (to == from) break;
            if (count == 0 ? IsNumber(text[from..to], isEnglish)
                : isEnglish ? text[from..to] is "hundred" || IsNumber(text[from..to], isEnglish: true)
                : SpelledDate.IsNumber(text[from..to])) end = to;
            else if (count == 0 || text[from..to] is not ("et" or "y" or "und" or "i" or "e" or "and")) break;
            count++;
            if (to >= text.Length || Typed.Plain(text[to]) is not (' ' or '-')) break;
            from = to + 1;
        }
        return end;
    }

    private static bool IsNumber(ReadOnlySpan<char> word, bool isEnglish) =>
        isEnglish ? s_english.Contains(word) || s_units10.Contains(word)
            : word.Length > 1 && !char.IsAsciiDigit(word[0]) && !s_large.Contains(word) && SpelledDate.IsNumber(word);

    /// <summary>The words of <c>one hundred and two</c> that are no number of years alone.</summary>
    private static bool IsInHundred(ReadOnlySpan<char> word) => word is "hundred" or "and";

    private static (int Start, int End) WordBefore(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        if (end > 0 && Typed.Plain(text[end - 1]) is ' ' or '-') end--;
        var start = end;
        while (start > 0 && end - start < LongestWord && char.IsLetter(text[start - 1])) start--;
        return (start, end);
    }
}
