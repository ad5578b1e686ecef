namespace Redaction.Text;

/// <summary>What follows the street: flat, floor, district, city, state, postcode, country, over commas and line ends.</summary>
internal static class AddressTail
{
    private const int MostParts = 5;

    /// <summary>End of the address whose street ends at <paramref name="end"/>; <paramref name="sure"/> when a flat or a
    /// postcode was among it.</summary>
    public static int End(ReadOnlySpan<char> text, int end, out bool sure)
    {
        sure = false;
        int best = end, at = end;
        for (var part = 0; part < MostParts; part++)
        {
            var next = AddressText.SkipBreak(text, at, out var isBreak);
            if (next == at || next >= text.Length) break;
            var unit = UnitEnd(text, next);
            if (unit > next) { best = at = unit; sure = true; continue; }
            var code = Postcode.End(text, next, isBreak);
            if (code > next)
            {
                var city = CityEnd(text, code, 4);
                if (city == code && !Postcode.IsDistinct(text[next..code]) && !EndsLine(text, code)) break;
                sure = true;
                return WithCountry(text, city);
            }
            if (!isBreak && part > 0) break;
            var words = CityEnd(text, next, 6);
            if (words == next) break;
            var (place, found) = StateAndCode(text, words, isBreak);
            if (found) { sure |= place.Sure; return WithCountry(text, place.End); }
            if (isBreak && AddressWords.IsCountry(AddressText.Bare(text[next..words]))) { sure = true; return words; }
            if (isBreak && best == at && EndsPart(text, words) && char.IsUpper(text[next])) best = words;
            at = words;
        }
        return best;
    }

    /// <summary>End of a flat or floor: <c>Apt. 5</c>, <c>#12</c>, <c>2nd floor</c>, <c>3º izq</c>;
    /// equal to <paramref name="start"/> when there is none.</summary>
    public static int UnitEnd(ReadOnlySpan<char> text, int start)
    {
        if (text[start] == '#')
        {
            var number = AddressText.Digits(text, start + 1);
            return number > start + 1 && number - start <= 6 ? number : start;
        }
        var word = AddressText.WordEnd(text, start);
        if (word == start) return start;
        if (AddressText.IsOrdinal(text[start..word]) && word < text.Length && text[word] == ' ')
        {
            var floor = AddressText.WordEnd(text, word + 1);
            return AddressWords.Units.Contains(AddressText.Bare(text[(word + 1)..floor])) ? floor : start;
        }
        if (!AddressWords.Units.Contains(AddressText.Bare(text[start..word]))) return start;
        var value = word;
        while (value < text.Length && value - word < 2 && text[value] is ' ' or '#' or ':') value++;
        if (value == word && text[word - 1] != '.') return start;
        var end = value;
        while (end < text.Length && end - value < 7 && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '-')) end++;
        return end > value && (text[value..end].ContainsAnyInRange('0', '9') || (end - value == 1 && char.IsUpper(text[value])))
            && (end == text.Length || !char.IsLetterOrDigit(text[end])) ? end : start;
    }

    private static ((int End, bool Sure) Place, bool Found) StateAndCode(ReadOnlySpan<char> text, int words, bool isBreak)
    {
        var at = AddressText.SkipBreak(text, words, out var separated);
        if (at == words || at >= text.Length) return default;
        var code = Postcode.End(text, at, isBreak || separated);
        if (code > at) return ((code, true), true);
        var state = AddressText.WordEnd(text, at);
        var isState = state - at is 2 or 3 && AddressWords.States.Contains(text[at..state]) && (char.IsUpper(text[at]) || separated);
        if (!isState && state > at && separated && !char.IsDigit(text[at])) state = CityEnd(text, at, 6);
        if (state == at) return default;
        var next = AddressText.SkipBreak(text, state, out _);
        code = next > state && next < text.Length ? Postcode.End(text, next, true) : next;
        if (code > next) return ((code, true), true);
        return isState && separated && char.IsUpper(text[at + 1]) ? ((state, false), true) : default;
    }

    /// <summary>End of the name of a place, at most <paramref name="most"/> words; in small letters only when a comma,
    /// line end or number follows.</summary>
    private static int CityEnd(ReadOnlySpan<char> text, int start, int most)
    {
        var at = start;
        if (at < text.Length && text[at] == ' ') at++;
        int end = start, count = 0;
        var small = at < text.Length && char.IsLower(text[at]);
        while (count < most && at < text.Length && char.IsLetter(text[at]))
        {
            var stop = AddressText.WordEnd(text, at);
            if (stop == at || text[at..stop].ContainsAnyInRange('0', '9')) break;
            var word = text[at..stop];
            if (small ? AddressWords.NoName.Contains(word) || count == 4 : !AddressText.IsName(word) && !AddressWords.Links.Contains(word))
                break;
            if (count > 0 && !small && word.Length is 2 && AddressWords.States.Contains(word) && char.IsUpper(word[1])) break;
            if (small || AddressText.IsName(word)) end = stop;
            count++;
            if (stop >= text.Length || text[stop] is not (' ' or '-')) break;
            at = stop + 1;
        }
        if (small && end > start && end < text.Length && text[end] is not (',' or '\n' or ' ')) return start;
        return end;
    }

    private static int WithCountry(ReadOnlySpan<char> text, int end)
    {
        var next = AddressText.SkipBreak(text, end, out _);
        if (next == end || next >= text.Length) return end;
        var country = CityEnd(text, next, 6);
        for (var stop = country; stop > next; stop = text[next..stop].LastIndexOf(' ') is > 0 and var space ? next + space : next)
            if (AddressWords.IsCountry(AddressText.Bare(text[next..stop]))) return stop;
        return end;
    }

    private static bool EndsLine(ReadOnlySpan<char> text, int at) => at >= text.Length || text[at] is '\n' or '\r' or '.' or ',' or '"';

    private static bool EndsPart(ReadOnlySpan<char> text, int at) =>
        at >= text.Length || text[at] is '\n' or '\r' or '.' or ';' or '"' or ')' or ',';
}
