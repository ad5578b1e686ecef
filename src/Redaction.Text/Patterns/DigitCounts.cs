using System.Globalization;

namespace Redaction.Text;

/// <summary>
/// Reads off a pattern how many digits its matches can have, so that a scan asks a detector only where a number of that many digits stands.
/// Counts are bits: bit n is set when a match may have n digits.
/// </summary>
internal ref struct DigitCounts
{
    /// <summary>Any number of digits.</summary>
    public const ulong Any = ulong.MaxValue;

    private readonly ReadOnlySpan<char> _pattern;
    private readonly List<DigitShape> _groups = [];
    private int _position;

    private DigitCounts(ReadOnlySpan<char> pattern) => _pattern = pattern;

    /// <summary>The digit counts of a pattern whose digits stand in one cluster; <see cref="Any"/> when they may not, or when the pattern cannot be read.</summary>
    public static ulong Of(string pattern)
    {
        var reader = new DigitCounts(pattern);
        var all = reader.Alternatives();
        return reader._position < pattern.Length || all.IsUnknown || all.SplitsDigits ? Any : all.Counts;
    }

    private DigitShape Alternatives()
    {
        var shape = Sequence();
        while (Take('|')) shape = shape.Or(Sequence());
        return shape;
    }

    private DigitShape Sequence()
    {
        var shape = DigitShape.Empty;
        while (_position < _pattern.Length && _pattern[_position] is not ('|' or ')')) shape = shape.Then(Quantified());
        return shape;
    }

    private DigitShape Quantified()
    {
        var atom = Atom();
        var (least, most) = Quantifier();
        Take('?'); // lazy: matches the same
        return atom.Repeated(least, most);
    }

    private (int Least, int Most) Quantifier()
    {
        if (Take('?')) return (0, 1);
        if (Take('*')) return (0, int.MaxValue);
        if (Take('+')) return (1, int.MaxValue);
        if (_position >= _pattern.Length || _pattern[_position] != '{') return (1, 1);
        var end = _pattern[_position..].IndexOf('}');
        var range = _pattern.Slice(_position + 1, end - 1);
        _position += end + 1;
        var comma = range.IndexOf(',');
        if (comma < 0) return (Number(range), Number(range));
        return (Number(range[..comma]), comma + 1 == range.Length ? int.MaxValue : Number(range[(comma + 1)..]));
    }

    private DigitShape Atom()
    {
        var c = _pattern[_position++];
        switch (c)
        {
            case '(': return Group();
            case '[': return Class();
            case '\\': return Escape(_pattern[_position++]);
            case '.': return DigitShape.Unknown;
            case '^' or '$': return DigitShape.Empty;
            default: return DigitShape.Of(c);
        }
    }

    private DigitShape Group()
    {
        var isAround = false;
        var isCapturing = _position < _pattern.Length && _pattern[_position] != '?';
        var number = _groups.Count;
        if (isCapturing) _groups.Add(DigitShape.Unknown);
        if (Take('?'))
        {
            isAround = _pattern[_position..] is ['=' or '!', ..] or ['<', '=' or '!', ..];
            while (_position < _pattern.Length && _pattern[_position] is not (':' or '=' or '!' or '>')) _position++;
            _position++;
        }
        var shape = Alternatives();
        if (!Take(')')) return DigitShape.Unknown;
        if (isCapturing) _groups[number] = shape;
        return isAround ? DigitShape.Empty : shape;
    }

    private DigitShape Class()
    {
        if (Take('^')) return SkipClass();
        DigitShape? shape = null;
        for (var isFirst = true; _position < _pattern.Length && (isFirst || _pattern[_position] != ']'); isFirst = false)
        {
            var from = ClassCharacter();
            if (from is null) return SkipClass();
            var to = from;
            if (_position + 1 < _pattern.Length && _pattern[_position] == '-' && _pattern[_position + 1] != ']')
            {
                _position++;
                to = ClassCharacter();
                if (to is null) return SkipClass();
            }
            for (int k = from.Value; k <= to.Value; k++) shape = shape is { } known ? known.Or(DigitShape.Of((char)k)) : DigitShape.Of((char)k);
        }
        return Take(']') && shape is { } complete ? complete : DigitShape.Unknown;
    }

    private char? ClassCharacter()
    {
        var c = _pattern[_position++];
        if (c != '\\') return c;
        var escaped = _pattern[_position++];
        if (escaped != 'u') return char.IsLetterOrDigit(escaped) ? null : escaped;
        var code = (char)int.Parse(_pattern.Slice(_position, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        _position += 4;
        return code;
    }

    private DigitShape SkipClass()
    {
        while (_position < _pattern.Length && _pattern[_position] != ']') _position++;
        _position++;
        return DigitShape.Unknown;
    }

    private DigitShape Escape(char c)
    {
        switch (c)
        {
            case 'b' or 'B' or 'A' or 'z' or 'Z' or 'G': return DigitShape.Empty;
            case 'd': return DigitShape.Of('0');
            case 's': return DigitShape.Of(' ');
            case 'u':
                var code = (char)int.Parse(_pattern.Slice(_position, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
                _position += 4;
                return DigitShape.Of(code);
            case >= '1' and <= '9': return c - '1' < _groups.Count ? _groups[c - '1'] : DigitShape.Unknown;
            default: return char.IsLetter(c) ? DigitShape.Unknown : DigitShape.Of(c);
        }
    }

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private bool Take(char c)
    {
        if (_position >= _pattern.Length || _pattern[_position] != c) return false;
        _position++;
        return true;
    }
}
