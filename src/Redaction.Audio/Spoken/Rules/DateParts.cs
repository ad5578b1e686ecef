namespace Redaction.Audio;

/// <summary>The parts of a date that begins at a word.</summary>
internal readonly ref struct DateParts
{
    private const int MaximumLinks = 3;
    private const int MaximumParts = 10;

    private readonly int _months, _ordinals, _numbers, _digits;

    public DateParts(in SpokenWords words, int start)
    {
        End = start;
        var at = start;
        for (var parts = 0; parts < MaximumParts && at < words.Count; parts++)
        {
            if (words.Match(at, WordKinds.Month, out _) is > 0 and var month && _months == 0 && IsMonth(words, at, start))
            {
                _months++;
                End = at += month;
            }
            else if (words.Match(at, WordKinds.Ordinal, out var day) is > 0 and var ordinal && _ordinals < 2)
            {
                _ordinals++;
                End = at += ordinal;
                // "dwudziestego pierwszego": tens and units are two words
                if (day >= 20 && day % 10 == 0 && words.Match(at, WordKinds.Ordinal, out var unit) is > 0 and var units && unit < 10)
                    End = at += units;
            }
            else if (IsOrdinalNumeral(words.Written(at)) && _ordinals < 2)
            {
                _ordinals++;
                End = ++at;
            }
            else if (AtomReader.TryRead(words, at, out var atom) && atom.IsDigits && atom.Doubt is AtomDoubt.None or AtomDoubt.Oh
                && _digits + atom.Text.Length <= 8
                && (!words.IsAt(atom.Last + 1, WordKinds.Unit) || words.IsAt(atom.Last + 1, WordKinds.DateLink))
                && (atom.IsStrong
                    || AtomReader.TryRead(words, atom.Last + 1, out var next) && next is { Kind: AtomKind.Digit, IsStrong: true }))
            {
                _numbers++;
                _digits += atom.Text.Length;
                End = at = atom.Last + 1;
            }
            else break;
            at = SkipLinks(words, at);
        }
    }

    /// <summary>The word after the date.</summary>
    public int End { get; }

    public float Score(bool isAsked)
    {
        var days = _ordinals + (_numbers > 0 ? 1 : 0);
        if (_months == 1)
        {
            var hasYear = _digits >= 3 || (_ordinals > 0 && _digits >= 2);
            var hasDay = _ordinals > 0 || _digits is > 0 and not 4;
            if (isAsked) return days > 0 ? 0.85f : 0.5f;
            return hasYear ? hasDay ? 0.75f : 0.45f : days > 0 ? 0.4f : 0;
        }
        if (isAsked && _numbers >= 3 && _digits is >= 4 and <= 8) return 0.8f;
        return isAsked && (_ordinals == 2 || (_ordinals == 1 && _digits >= 2)) ? 0.8f : 0;
    }

    /// <summary>"may" and "march" are months beside a number only.</summary>
    private static bool IsMonth(in SpokenWords words, int index, int start)
    {
        if (!words.IsCommon(index)) return true;
        if (index > start) return true;
        var next = index + 1 < words.Count && words.Written(index + 1) is "the" ? index + 2 : index + 1;
        return words.IsAt(next, WordKinds.Ordinal | WordKinds.Digit | WordKinds.Number)
            || (next < words.Count && char.IsAsciiDigit(words.Written(next)[0]));
    }

    private static bool IsOrdinalNumeral(ReadOnlySpan<char> word) =>
        word.Length is 3 or 4 && char.IsAsciiDigit(word[0]) && word[^2..] is "st" or "nd" or "rd" or "th";

    private static int SkipLinks(in SpokenWords words, int index)
    {
        var at = index;
        for (var i = 0; i < MaximumLinks && words.Match(at, WordKinds.DateLink | WordKinds.Filler, out _) is > 0 and var length; i++)
        {
            if (words.IsAt(at, WordKinds.Oh)) break;
            if (words[at].Line != words[index - 1].Line) return index;
            at += length;
        }
        return at;
    }
}
