namespace Redaction.Text;

/// <summary>Dates in words: <c>the third of March, nineteen seventy-one</c>, <c>tres de marzo de mil novecientos setenta y uno</c>.
/// A month, and words of numbers around it that name a year.</summary>
internal sealed class SpelledDate : ITextDetector
{
    private const int MostWords = 9, LongestWord = 36;
    private const float Score = 0.8f;

    private static readonly PhraseSearch s_latin = new(
        StringComparison.Ordinal,
        ["nineteen", "twenty", "thousand", "hundert", "tausend", " mille", "mil neuf", "mil huit", "deux mil", "mil nove", "dos mil",
            "dois mil", "millenove", "duemila",
            "honderd", "duizend", "hundra", "hundre", "tusen", "tusind", "dziewi", "dwa tysi", "dwutysi"]);

    private static readonly PhraseSearch s_cyrillic = new("тысяча девят", "две тысячи", "двухтысяч", "тысячі");

    /// <summary>How words of numbers begin, in twelve languages.</summary>
    private static readonly string[] s_roots = (
        "um one two three four five six seven eight nine ten eleven twel thir fif twent fort hundred thousand first second "
        + "third ein zwei drei dritt vier fünf sechs sieb acht neun zehn elf zwölf zwanzig dreißig vierzig sechzig siebzig "
        + "achtzig hundert tausend erst un deux trois quatre cinq sept huit neuf dix onze douze treize quatorze quinze seize "
        + "vingt trente quarante soixante cent mille premier uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece "
        + "catorce veint treinta cuarenta cincuenta sesenta setenta ochenta noventa mil novecient due tre quattro cinque sei "
        + "sette otto nove dieci undici dodici venti trent quaranta cinquanta sessanta settanta ottanta novanta primo dois duas "
        + "três quatro sete oito dez doze vinte trinta quarenta cinquenta sessenta oitenta novecent een eerste twee drie vijf zes "
        + "zeven negen tien twaalf dertig veertig vijftig zestig zeventig tachtig honderd duizend en ett två fyra fem sex sju "
        + "åtta nio tio elva tolv tjugo trettio fyrtio femtio sextio sjuttio åttio nittio nitton hundra tusen to fire seks syv "
        + "sju otte åtte ni ti elleve tyve tjue tredive tretti førti femti seksti sytti åtti nitti halv tres firs nitten hundre "
        + "tusind pierwsz drug trzeci czwart piąt szóst siódm ósm dziewi dziesi jeden dwa trzy cztery pięć sześć siedem osiem set "
        + "tysi dwutysi перв втор трет четв пят шест седьм восьм девят десят одинн двенадц двадц тридц сорок сто тысяч двух две "
        + "шестьдес семьдес восемьдес").Split(' ');

    private static readonly WordSet s_links = new(
        "the of and de del di do da des den der am im il le la el em dia día y e et en und og och roku года dnia day d l i");

    public static ITextDetector Detector { get; } = new SpelledDate();

    public DetectorInfo Info { get; } = new("spelled-date", EntityTypes.Date);

    public void Detect(TextSource source, FindingSink<TextSpan> findings)
    {
        var text = source.Text;
        Find(text, s_latin, findings);
        Find(text, s_cyrillic, findings);
        LunarDate.Find(text, findings);
    }

    private static void Find(ReadOnlySpan<char> text, PhraseSearch signs, FindingSink<TextSpan> findings)
    {
        for (var at = signs.Next(text, 0); at >= 0;)
        {
            if (text[at] == ' ') at++;
            var span = Around(text, at);
            if (span.Length > 0) findings.Add(new(EntityTypes.Date, span, Score, "spelled-date"));
            at = signs.Next(text, Math.Max(at + 1, span.End));
        }
    }

    /// <summary>The words of numbers, links and one month around a place; empty without a month or with too few of them after it.</summary>
    private static TextSpan Around(ReadOnlySpan<char> text, int at)
    {
        var start = at;
        while (start > 0 && char.IsLetter(text[start - 1])) start--;
        var month = -1;
        var first = start;
        for (var count = 0; count < MostWords && first > 0; count++)
        {
            var (from, to) = WordBefore(text, first);
            if (from == to) break;
            var word = text[from..to];
            if (month < 0 && MonthNames.OfAny(word) > 0 && word.Length > 2) month = from;
            else if (!IsNumber(word) && !s_links.Contains(word)) break;
            first = from;
        }
        if (month < 0) return default;
        int end = start, numbers = 0, letters = 0;
        for (var from = start; numbers < MostWords && from < text.Length;)
        {
            var to = from;
            while (to < text.Length && to - from < LongestWord && (char.IsLetter(text[to]) || (text[to] == '-' && to > from))) to++;
            var word = text[from..to];
            if (word.IsEmpty || (!IsNumber(word) && !(numbers > 0 && s_links.Contains(word)))) break;
            if (IsNumber(word)) { end = to; numbers += 1 + word.Count('-'); letters += word.Length; }
            from = to;
            if (from >= text.Length || text[from] is not (' ' or '\u00A0')) break;
            from++;
        }
        if (numbers < 2 && letters < 14) return default;
        while (first < month && s_links.Contains(text[first..WordEnd(text, first)])) first = WordEnd(text, first) + 1;
        return first > month ? default : TextSpan.FromBounds(first, end);
    }

    private static (int Start, int End) WordBefore(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end > 0 && at - end < 3 && text[end - 1] is ' ' or ',' or '\u00A0' or '\'' or '’' or '-') end--;
        var start = end;
        while (start > 0 && end - start < LongestWord && char.IsLetterOrDigit(text[start - 1])) start--;
        return end == at ? (at, at) : (start, end);
    }

    private static int WordEnd(ReadOnlySpan<char> text, int start)
    {
        while (start < text.Length && char.IsLetterOrDigit(text[start])) start++;
        return start;
    }

    /// <summary>True for a word of a number in one of twelve languages, and for one or two digits.</summary>
    internal static bool IsNumber(ReadOnlySpan<char> word)
    {
        if (word.Length <= 2 && char.IsAsciiDigit(word[0])) return true;
        foreach (var root in s_roots)
            if (word.Length <= 3 ? word.Equals(root, StringComparison.OrdinalIgnoreCase)
                : root.Length > 2 && word.StartsWith(root, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
