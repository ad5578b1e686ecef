namespace Redaction.Text;

/// <summary>The label that stands directly before a value on the same line.</summary>
internal ref struct LabelBefore
{
    private const int MostWords = 10, MostLinks = 6, LongestWord = 40, Farthest = 8, ShortWord = 3, FewestOfCard = 12, LongestCard = 24,
        Long = 8;

    /// <summary>The type that the label gives.</summary>
    public EntityType Type { get; private set; }

    /// <summary>How sure it is.</summary>
    public float Score { get; private set; }

    /// <summary>The words of the label.</summary>
    public ReadOnlySpan<char> Words { get; private set; }

    /// <summary>Words such as "is" between label and value.</summary>
    public int Links { get; private set; }

    /// <summary>True when a colon, equals sign or number sign stands between.</summary>
    public bool HasMark { get; private set; }

    /// <summary>Reads the words before <paramref name="at"/>; false when they are no label.</summary>
    public bool Read(ReadOnlySpan<char> text, int at)
    {
        var end = LabelGap.Before(text, at, Farthest, out var hasMark, out var hasStop);
        HasMark = hasMark;
        if (end == 0 || (end == at && !IsUnspaced(text[end - 1]))) return false;
        if (end > 1 && IsParticle(text[end - 1]) && IsUnspaced(text[end - 2])) (end, HasMark, hasMark) = (end - 1, true, true);
        var isCard = Digits.Count(text[at..Math.Min(text.Length, at + LongestCard)]) >= FewestOfCard;
        _isLong = DigitsFrom(text, at) >= Long;
        if (text[end - 1] is not (')' or '）')) return Read(text, end, hasStop, isCard);
        var open = LabelGap.Opening(text, end);
        if (!hasMark) return open > 0 && Read(text, end - 1, hasStop, isCard) && IdLabels.IsOnCard(Type) && NamedNumber.NeedsNoMark(Type);
        return open > 0 && (Read(text, end - 1, hasStop, isCard) || Read(text, open, hasStop, isCard));
    }

    private bool _isLong;

    /// <summary>Number of digits, also in groups.</summary>
    private static int DigitsFrom(ReadOnlySpan<char> text, int at)
    {
        var count = 0;
        for (var i = at; i < text.Length && i - at < LongestCard; i++)
            if (char.IsAsciiDigit(text[i])) count++;
            else if (text[i] is not (' ' or '-') || i + 1 == text.Length || !char.IsAsciiDigit(text[i + 1])) break;
        return count;
    }

    private bool Read(ReadOnlySpan<char> text, int end, bool hasStop, bool isCard)
    {
        var from = WordsBefore(text, end);
        return from >= 0 && Find(text[from..end], hasStop, isCard);
    }

    private static int WordsBefore(ReadOnlySpan<char> text, int end)
    {
        var i = end > 1 && char.IsAsciiDigit(text[end - 1]) && char.IsLetter(text[end - 2]) ? end - 1 : end; // CVV2
        for (var count = 0; count < MostWords && i > 0; count++)
        {
            var start = i;
            while (start > 0 && i - start < LongestWord && FieldVocabulary.IsOfWord(text[start - 1]) && !char.IsAsciiDigit(text[start - 1])
                && !(start < i && ((char.IsUpper(text[start]) && char.IsLower(text[start - 1]))
                    || Neighbourhood.IsScriptChange(text[start - 1], text[start])))) start--;
            if (start == i || (start > 0 && char.IsAsciiDigit(text[start - 1]))) break;
            var isInitial = i - start == 1 && start > 1 && text[start - 1] == '/'; // K/P
            if (count == 0 && !isInitial && !IsUnspaced(text[i - 1]) && !IdLabels.MayEndIn(text[start..i])) return -1;
            i = start;
            var gap = i;
            while (gap > 0 && i - gap < 2
                && text[gap - 1] is ' ' or '_' or '-' or '.' or '\'' or '’' or '/' or '"' or '°' or 'º' or '?') gap--;
            if (gap == i && !(i > 0 && char.IsLower(text[i - 1]))) break;
            i = gap;
        }
        return i < end ? i : -1;
    }

    /// <summary>Looks the last words up as a label, without the links after it and without whose or on what it is.</summary>
    private bool Find(ReadOnlySpan<char> words, bool hasStop, bool isCard)
    {
        var isOfCard = false;
        for (Links = 0; Links <= MostLinks; Links++)
        {
            if (IdLabels.TryGet(words, out var type, out var score, out var start) && (isCard || type != EntityTypes.CreditCard))
            {
                (Type, Score) = (type, score);
                Words = words[start..];
                if (isOfCard && !IdLabels.IsOnCard(type)) return false;
                return HasMark || hasStop || Links > 0 || NamedNumber.NeedsNoMark(type) || type == EntityTypes.Phone
                    || IsPlain(words[start..]) || (_isLong && (char.IsUpper(words[start]) || words[start..].Trim().Length == ShortWord));
            }
            words = words.TrimEnd();
            var last = words[(words.LastIndexOf(' ') + 1)..];
            if (last.Length == words.Length) return false;
            if (!IdLabels.IsLink(last))
            {
                if (!IdLabels.IsOfCard(last)) return false;
                isOfCard = true;
            }
            words = words[..^(last.Length + 1)];
        }
        return false;
    }

    /// <summary>Two or three letters mean much else, unless they are written in capitals.</summary>
    private static bool IsPlain(ReadOnlySpan<char> label)
    {
        label = label.Trim();
        return label.Length > ShortWord || !char.IsLower(label[^1]) || label.Contains('/');
    }

    /// <summary>What links label and value where words have no spaces: <c>セキュリティコードは 418</c>, <c>安全码是 339</c>.</summary>
    private static bool IsParticle(char c) => c is 'は' or 'が' or '是' or '为' or '為' or '은' or '는' or '이' or '가';

    private static bool IsUnspaced(char c) => c >= '\u0E00' && !Neighbourhood.IsWord(c) && char.IsLetter(c);
}
