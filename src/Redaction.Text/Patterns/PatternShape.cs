using System.Globalization;
using System.Text.RegularExpressions;

namespace Redaction.Text;

/// <summary>
/// Which runs of digits and letters the values of a pattern can show, read from the pattern itself, so that the pattern is tried only where
/// such runs stand. A pattern that is not understood can show any.
/// </summary>
/// <remarks>The pattern is walked with sets of states instead of characters, one for each <see cref="CharKind"/>.
/// Lookarounds and case are passed over and a back reference counts as any value of its group, so the result is never too narrow.</remarks>
internal sealed class PatternShape
{
    private const int Any = (int)CharKind.Any, White = (int)(CharKind.Space | CharKind.Other);
    private const int MostRounds = 80;
    private readonly string _pattern;
    private readonly List<(int From, int To)> _groups = [];
    private readonly Func<int, int, int> _step;

    private PatternShape(string pattern, Func<int, int, int> step)
    {
        _pattern = pattern;
        _step = step;
        FindGroups();
    }

    /// <summary>The states that <paramref name="step"/> can be in at the end of a value; null when the pattern is not understood.</summary>
    public static HashSet<int>? EndStates(Regex pattern, Func<int, int, int> step)
    {
        var text = pattern.ToString();
        if (pattern.Options.HasFlag(RegexOptions.IgnorePatternWhitespace)) return null;
        try
        {
            return new PatternShape(text, step).Alternatives(0, text.Length, [0]);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private HashSet<int> Alternatives(int from, int to, HashSet<int> states)
    {
        var result = new HashSet<int>();
        var start = from;
        for (var i = from; i < to; i = ElementEnd(i, to))
        {
            if (_pattern[i] != '|') continue;
            result.UnionWith(Sequence(start, i, states));
            start = i + 1;
        }
        result.UnionWith(Sequence(start, to, states));
        return result;
    }

    private HashSet<int> Sequence(int from, int to, HashSet<int> states)
    {
        for (var i = from; i < to;)
        {
            var end = ElementEnd(i, to);
            var (least, most, next) = Quantifier(end, to);
            for (var n = 0; n < least; n++) states = Element(i, end, states);
            if (most > least)
            {
                var all = new HashSet<int>(states);
                for (var n = least; n < Math.Min(most, MostRounds); n++)
                {
                    states = Element(i, end, states);
                    var before = all.Count;
                    all.UnionWith(states);
                    if (all.Count == before) break;
                }
                states = all;
            }
            i = next;
        }
        return states;
    }

    private HashSet<int> Element(int from, int to, HashSet<int> states)
    {
        switch (_pattern[from])
        {
            case '^' or '$':
                return states;
            case '(':
                var inner = GroupBody(from);
                return inner < 0 ? states : Alternatives(inner, to - 1, states);
            case '\\' when char.IsAsciiDigit(_pattern[from + 1]):
                var (start, end) = _groups[_pattern[from + 1] - '1'];
                return Alternatives(start, end, states);
            case '\\' when "bBGAzZ".Contains(_pattern[from + 1], StringComparison.Ordinal):
                return states;
            default:
                return Step(states, Classes(from, to));
        }
    }

    private HashSet<int> Step(HashSet<int> states, int classes)
    {
        var result = new HashSet<int>();
        foreach (var state in states)
            for (var kind = 0; kind < CharKinds.Count; kind++)
                if ((classes & (1 << kind)) != 0) result.Add(_step(state, kind));
        return result;
    }

    private int Classes(int from, int to) => _pattern[from] switch
    {
        '.' => Any,
        '\\' => Escaped(_pattern[from + 1], from),
        '[' => Set(from + 1, to - 1),
        var c => ClassOf(c),
    };

    private int Set(int from, int to)
    {
        if (_pattern[from] == '^') return Any;
        var classes = 0;
        for (var i = from; i < to;)
        {
            var end = ElementEnd(i);
            if (end + 1 < to && _pattern[end] == '-')
            {
                for (var c = Character(i); c <= Character(end + 1); c++) classes |= ClassOf(c);
                i = ElementEnd(end + 1);
                continue;
            }
            classes |= _pattern[i] == '\\' ? Escaped(_pattern[i + 1], i) : ClassOf(_pattern[i]);
            i = end;
        }
        return classes;

        int ElementEnd(int at) => _pattern[at] != '\\' ? at + 1 : _pattern[at + 1] == 'u' ? at + 6 : at + 2;
    }

    /// <summary>The character that begins or ends a range.</summary>
    private char Character(int at) =>
        _pattern[at] != '\\' ? _pattern[at]
        : _pattern[at + 1] == 'u' ? CodeUnit(at)
        : char.IsAsciiLetterOrDigit(_pattern[at + 1]) ? throw new FormatException($"Range at {at}.")
        : _pattern[at + 1];

    private char CodeUnit(int at) =>
        (char)int.Parse(_pattern.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private int Escaped(char escape, int at) => escape switch
    {
        'd' => (int)(CharKind.Digit | CharKind.Other),
        'w' or 'W' or 'S' or 'D' => Any,
        's' => White,
        'u' => ClassOf(CodeUnit(at)),
        't' or 'n' or 'r' => (int)CharKind.Other,
        _ when char.IsAsciiLetterOrDigit(escape) => throw new FormatException($"Escape at {at}."),
        _ => ClassOf(escape),
    };

    private static int ClassOf(char c) => (int)CharKinds.Of(c);

    /// <summary>Where the body of a group starts; -1 for lookarounds.</summary>
    private int GroupBody(int from)
    {
        if (_pattern[from + 1] != '?') return from + 1;
        if (_pattern[from + 2] is '=' or '!' or '<') return -1;
        var colon = _pattern.IndexOf(':', from);
        return colon > 0 && colon - from <= 4 ? colon + 1 : throw new FormatException($"Group at {from}.");
    }

    private int ElementEnd(int from, int to)
    {
        switch (_pattern[from])
        {
            case '\\': return from + (_pattern[from + 1] == 'u' ? 6 : 2);
            case '[': return SetEnd(from);
            case '(':
                for (var i = from + 1; i < to; i = ElementEnd(i, to))
                    if (_pattern[i] == ')') return i + 1;
                throw new FormatException($"Group at {from}.");
            default: return from + 1;
        }
    }

    private int SetEnd(int from)
    {
        for (var i = from + 1; i < _pattern.Length; i++)
        {
            if (_pattern[i] == '\\') i++;
            else if (_pattern[i] == ']') return i + 1;
        }
        throw new FormatException($"Set at {from}.");
    }

    private (int Least, int Most, int Next) Quantifier(int at, int to)
    {
        if (at >= to) return (1, 1, at);
        var (least, most, next) = _pattern[at] switch
        {
            '?' => (0, 1, at + 1),
            '*' => (0, int.MaxValue, at + 1),
            '+' => (1, int.MaxValue, at + 1),
            '{' => Counted(at),
            _ => (1, 1, at),
        };
        return next > at && next < to && _pattern[next] is '?' or '+' ? (least, most, next + 1) : (least, most, next);
    }

    private (int Least, int Most, int Next) Counted(int at)
    {
        var end = _pattern.IndexOf('}', at);
        var body = _pattern.AsSpan(at + 1, end - at - 1);
        var comma = body.IndexOf(',');
        var least = CalendarDate.Number(comma < 0 ? body : body[..comma]);
        var most = comma < 0 ? least : comma == body.Length - 1 ? int.MaxValue : CalendarDate.Number(body[(comma + 1)..]);
        return (least, most, end + 1);
    }

    private void FindGroups()
    {
        for (var i = 0; i < _pattern.Length; i++)
        {
            if (_pattern[i] == '\\') i++;
            else if (_pattern[i] == '[') i = SetEnd(i) - 1;
            else if (_pattern[i] == '(' && _pattern[i + 1] != '?') _groups.Add((i + 1, ElementEnd(i, _pattern.Length) - 1));
        }
    }
}
