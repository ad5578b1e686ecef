namespace Redaction.Text;

/// <summary>A street with its house number: where it stands and how sure its words make it;
/// <see cref="End"/> is 0 when there is none.</summary>
internal readonly record struct AddressStreet(int Start, int End, float Score)
{
    private const int MostWords = 6;

    /// <summary>The street whose house number starts at <paramref name="digit"/>, before it or after it.</summary>
    public static AddressStreet At(ReadOnlySpan<char> text, int digit)
    {
        var numberEnd = AddressText.HouseNumberEnd(text, digit);
        if (numberEnd == digit) return default;
        var after = NumberFirst(text, digit, numberEnd);
        var before = NumberLast(text, digit, numberEnd);
        return after.End > 0 && after.Score >= before.Score ? after : before;
    }

    /// <summary><c>12 Elm Street</c>, <c>350 5th Ave</c>, <c>14 rue de la Paix</c>.</summary>
    private static AddressStreet NumberFirst(ReadOnlySpan<char> text, int digit, int numberEnd)
    {
        var at = numberEnd;
        if (at < text.Length && text[at] == ',') at++;
        if (at >= text.Length || text[at] is not (' ' or '\u00A0')) return default;
        at++;
        AddressStreet best = default;
        int names = 0, count = 0;
        bool capital = false, small = false;
        for (; count < MostWords && at < text.Length; count++)
        {
            var stop = AddressText.WordEnd(text, at);
            if (stop == at || (char.IsAsciiDigit(text[at]) && !AddressText.IsOrdinal(text[at..stop]))) break;
            var word = AddressText.Bare(text[at..stop]);
            if (count == 0 && AddressWords.Before.TryGetValue(word, out var leading)
                && (leading == StreetWord.Strong || char.IsUpper(word[0])) && NameEnd(text, stop) is var named && named > stop)
                best = new(digit, named, leading == StreetWord.Strong ? 0.8f : 0.7f);
            var kind = names > 0 && AddressWords.After.TryGetValue(word, out var found) ? found : AddressWords.Ending(word);
            if (kind != StreetWord.None && ScoreOf(kind, word, capital, small) is > 0 and var score)
                best = new(digit, WithDirection(text, stop), score);
            if (AddressText.IsName(word)) capital = true;
            else if (!small && best.End > 0) break;
            else if (AddressWords.NoName.Contains(word) && !(best.End > 0 && word is "of")) break;
            else small |= !AddressWords.Links.Contains(word);
            if (capital && small) break;
            names++;
            if (stop >= text.Length || text[stop] is not (' ' or '\u00A0')) break;
            at = stop + 1;
        }
        return best;
    }

    private static float ScoreOf(StreetWord kind, ReadOnlySpan<char> word, bool capital, bool small) => kind switch
    {
        StreetWord.Strong => small || !capital ? char.IsUpper(word[0]) && word.Length > 8 ? 0.8f : 0.6f : 0.85f,
        StreetWord.Common =>
            capital && !small && char.IsUpper(word[0]) ? 0.75f : char.IsUpper(word[0]) && word.Length > 5 ? 0.6f
                : small && word.Length > 3 ? 0.3f : 0.25f,
        _ => capital && !small && char.IsUpper(word[0]) ? 0.45f : 0f,
    };

    /// <summary><c>Lindenstraße 5</c>, <c>Via Roma 10</c>, <c>Calle Mayor, 5</c>, <c>Lange Straße 12</c>.</summary>
    private static AddressStreet NumberLast(ReadOnlySpan<char> text, int digit, int numberEnd)
    {
        var before = digit;
        if (before > 0 && text[before - 1] is ' ' or '\u00A0') before--;
        if (before == digit) return default;
        if (before > 2 && text[(before - 2)..before] is "nº" or "n°" or "Nº" or "No" or "nr" or "Nr") before -= 3;
        else if (before > 3 && text[(before - 3)..before] is "nº." or "No." or "nr." or "Nr.") before -= 4;
        var comma = before > 0 && text[before - 1] == ',';
        if (comma) before--;
        if (before <= 0) return default;
        var year = numberEnd - digit == 4 && text[digit..(digit + 2)] is "19" or "20";
        var penalty = year ? 0.35f : comma ? 0.1f : 0f;
        return Backwards(text, before, numberEnd, penalty);
    }

    private static AddressStreet Backwards(ReadOnlySpan<char> text, int before, int numberEnd, float penalty)
    {
        var end = before;
        for (var count = 0; count < MostWords && end > 0; count++)
        {
            var start = AddressText.WordStart(text, end);
            if (start == end) break;
            var raw = text[start..end];
            var word = AddressText.Bare(raw);
            var isName = AddressText.IsName(word);
            if (count == 0 && AddressWords.Ending(raw) is > StreetWord.None and var kind)
                return new(WithAdjective(text, start), numberEnd,
                    (kind == StreetWord.Rare ? 0.45f : isName ? 0.85f : kind == StreetWord.Strong ? 0.6f : 0.3f) - penalty);
            if (count == 0 && isName && AddressWords.After.TryGetValue(word, out var separate)
                && WithAdjective(text, start, true) is var first && first < start)
                return new(first, numberEnd, (separate == StreetWord.Rare ? 0.4f : 0.65f) - penalty);
            if (count > 0 && AddressWords.Before.TryGetValue(word, out var leading) && (leading == StreetWord.Strong || isName)
                && leading != StreetWord.Rare)
                return new(start, numberEnd, (leading == StreetWord.Strong ? 0.85f : 0.7f) - penalty);
            if (!isName && !AddressWords.Links.Contains(word)) break;
            if (start == 0 || text[start - 1] is not (' ' or '\u00A0')) break;
            end = start - 1;
        }
        return default;
    }

    /// <summary>Takes in the capital words directly before the street word: <c>Große Bleichen</c>, <c>Sankt-Anna-Platz</c>.</summary>
    private static int WithAdjective(ReadOnlySpan<char> text, int start, bool any = false)
    {
        for (var count = 0; count < 2 && start > 1 && text[start - 1] == ' '; count++)
        {
            var before = AddressText.WordStart(text, start - 1);
            if (before == start - 1 || !char.IsUpper(text[before]) || start - 1 - before < 2) break;
            if (!any && text[before..(start - 1)]
                is not ("Alte" or "Neue" or "Große" or "Kleine" or "Obere" or "Untere" or "Lange" or "Kurze" or "Grote" or "Korte"
                    or "Sankt" or "St." or "Store" or "Lille" or "Västra" or "Östra" or "Norra" or "Södra")) break;
            start = before;
        }
        return start;
    }

    /// <summary>End of the one to five words that name the street after its leading word.</summary>
    private static int NameEnd(ReadOnlySpan<char> text, int start)
    {
        int at = start, end = start;
        for (var count = 0; count < 6 && at < text.Length && text[at] is ' ' or '\u00A0'; count++)
        {
            var from = at + 1;
            var stop = AddressText.WordEnd(text, from);
            if (stop == from) break;
            var word = text[from..stop];
            if (AddressText.IsName(word)) end = stop;
            else if (!AddressWords.Links.Contains(word) && !(word.Length > 2 && word[1] is '\'' or '’')) break;
            else if (word.Length > 2 && word[1] is '\'' or '’' && char.IsUpper(word[2])) end = stop;
            at = stop;
        }
        return end;
    }

    private static int WithDirection(ReadOnlySpan<char> text, int end)
    {
        if (end + 1 >= text.Length || text[end] != ' ') return end;
        var stop = AddressText.WordEnd(text, end + 1);
        return stop > end + 1 && AddressWords.Directions.Contains(AddressText.Bare(text[(end + 1)..stop])) && char.IsUpper(text[end + 1])
            ? stop : end;
    }
}
