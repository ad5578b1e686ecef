// Writes the national numbering plans of libphonenumber's metadata as a table of prefixes and lengths, and the example numbers of its
// metadata as they are written, for the tests:
//   dotnet run --project eng/phone-plans -- src/Redaction.Text/Detectors/Phones/plans.txt \
//     tests/Redaction.Text.Tests/Detectors/phone-examples.txt
using System.Globalization;
using System.Text;
using PhoneNumbers;

const int Depth = 4, LongestLine = 138;
var util = PhoneNumberUtil.GetInstance();
var plans = new StringBuilder("""
    # National numbering plans, from the metadata of libphonenumber (licence: THIRD-PARTY-NOTICES.md), written by eng/phone-plans.
    # Region, calling code, trunk prefix or `-`; then, for each set of lengths of a national number (bits, hexadecimal, bit 0 is length 4),
    # the prefixes that have it. Prefixes that no number has are left out. A line that begins with a space goes on.

    """);
var examples = new StringBuilder(
    "# Example numbers of libphonenumber's metadata: region, kind, in national and in international writing.\n");

foreach (var region in util.GetSupportedRegions().Order(StringComparer.Ordinal))
{
    var metadata = util.GetMetadataForRegion(region);
    PhoneNumberType[] types =
    [
        PhoneNumberType.FIXED_LINE, PhoneNumberType.MOBILE, PhoneNumberType.TOLL_FREE, PhoneNumberType.SHARED_COST, PhoneNumberType.VOIP,
        PhoneNumberType.PERSONAL_NUMBER, PhoneNumberType.UAN, PhoneNumberType.PREMIUM_RATE,
    ];
    var patterns = new[]
    {
        metadata.FixedLine, metadata.Mobile, metadata.TollFree, metadata.SharedCost, metadata.Voip, metadata.PersonalNumber, metadata.Uan,
        metadata.PremiumRate,
    }.Where(static d => d is { HasNationalNumberPattern: true } && d.NationalNumberPattern.Length > 0 && d.NationalNumberPattern != "NA")
        .Select(static d => d.NationalNumberPattern).ToArray();
    var automata = patterns.Select(static p => new Automaton(p)).ToArray();
    var byMask = new SortedDictionary<uint, List<string>>();
    Collect("", automata, byMask);
    var trunk = metadata.HasNationalPrefix && metadata.NationalPrefix.Length > 0 ? metadata.NationalPrefix : "-";
    var line = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"{region} {metadata.CountryCode} {trunk}"));
    foreach (var (mask, prefixes) in byMask)
    {
        Add($" {mask.ToString("x", CultureInfo.InvariantCulture)}:", line, plans);
        var first = true;
        foreach (var prefix in prefixes.Order(StringComparer.Ordinal))
        {
            Add(first ? prefix : "," + prefix, line, plans);
            first = false;
        }
    }
    plans.Append(line).Append('\n');
    foreach (var type in types[..2])
    {
        if (util.GetExampleNumberForType(region, type) is not { } number) continue;
        examples.Append(CultureInfo.InvariantCulture,
            $"{region}\t{type}\t{util.Format(number, PhoneNumberFormat.NATIONAL)}\t"
            + $"{util.Format(number, PhoneNumberFormat.INTERNATIONAL)}\n");
    }
}

File.WriteAllText(args[0], plans.ToString());
File.WriteAllText(args[1], examples.ToString());

static void Add(string part, StringBuilder line, StringBuilder all)
{
    if (line.Length + part.Length > LongestLine)
    {
        all.Append(line).Append('\n');
        line.Clear().Append(' ');
        part = part.TrimStart();
    }
    line.Append(part);
}

static uint Collect(string prefix, Automaton[] automata, SortedDictionary<uint, List<string>> byMask)
{
    var mask = 0u;
    foreach (var automaton in automata) mask |= automaton.Lengths(prefix);
    if (mask == 0 || prefix.Length == Depth) { Keep(); return mask; }
    var parts = new SortedDictionary<uint, List<string>>();
    var same = true;
    for (var digit = '0'; digit <= '9'; digit++) same &= Collect(prefix + digit, automata, parts) == mask;
    if (same && parts.Count == 1 && prefix.Length > 0) { Keep(); return mask; }
    foreach (var (key, prefixes) in parts)
    {
        if (!byMask.TryGetValue(key, out var all)) byMask[key] = all = [];
        all.AddRange(prefixes);
    }
    return same ? mask : uint.MaxValue;

    void Keep()
    {
        if (mask == 0) return;
        if (!byMask.TryGetValue(mask, out var all)) byMask[mask] = all = [];
        all.Add(prefix);
    }
}

/// <summary>A nondeterministic automaton of a pattern of digits: classes, groups, alternatives and counts.</summary>
internal sealed class Automaton
{
    private const int LongestNumber = 17;
    private readonly List<(int From, uint Digits, int To)> _steps = [];
    private readonly List<(int From, int To)> _empty = [];
    private readonly string _pattern;
    private readonly int _accept;
    private int _at, _states = 1;

    public Automaton(string pattern)
    {
        _pattern = string.Concat(pattern.Where(static c => !char.IsWhiteSpace(c)));
        _accept = Alternatives(0);
        if (_at != _pattern.Length) throw new InvalidDataException($"'{pattern}' is not understood.");
    }

    /// <summary>The lengths of numbers that begin so, as bits from length 4.</summary>
    public uint Lengths(string prefix)
    {
        var states = Close([0]);
        foreach (var c in prefix) states = Step(states, 1u << (c - '0'));
        var mask = 0u;
        for (var length = prefix.Length; length <= LongestNumber && states.Count > 0; length++)
        {
            if (states.Contains(_accept) && length >= 4) mask |= 1u << (length - 4);
            states = Step(states, 0x3FF);
        }
        return mask;
    }

    private HashSet<int> Step(HashSet<int> states, uint digits) =>
        Close(_steps.Where(s => (s.Digits & digits) != 0 && states.Contains(s.From)).Select(static s => s.To));

    private HashSet<int> Close(IEnumerable<int> states)
    {
        var all = states.ToHashSet();
        for (var grown = true; grown;)
        {
            grown = false;
            foreach (var (from, to) in _empty) grown |= all.Contains(from) && all.Add(to);
        }
        return all;
    }

    private int Alternatives(int start)
    {
        var end = _states++;
        while (true)
        {
            _empty.Add((Sequence(start), end));
            if (_at >= _pattern.Length || _pattern[_at] != '|') return end;
            _at++;
        }
    }

    private int Sequence(int start)
    {
        while (_at < _pattern.Length && _pattern[_at] is not ('|' or ')'))
        {
            var from = _at;
            var end = Atom(start);
            var (least, most) = Count();
            var after = _at;
            if (least == 0) _empty.Add((start, end));
            for (var i = 1; i < most; i++)
            {
                _at = from;
                var next = Atom(end);
                if (i >= least) _empty.Add((end, next));
                end = next;
            }
            _at = after;
            start = end;
        }
        return start;
    }

    private int Atom(int start)
    {
        if (_pattern[_at] == '(')
        {
            _at++;
            if (_pattern[_at] == '?') _at += 2;
            var inner = _states++;
            _empty.Add((start, inner));
            var end = Alternatives(inner);
            _at++;
            return end;
        }
        var to = _states++;
        _steps.Add((start, Digits(), to));
        return to;
    }

    private uint Digits()
    {
        var c = _pattern[_at++];
        if (char.IsAsciiDigit(c)) return 1u << (c - '0');
        if (c == '\\') { _at++; return 0x3FF; }
        if (c != '[') throw new InvalidDataException($"'{_pattern}' is not understood.");
        var digits = 0u;
        for (; _pattern[_at] != ']'; _at++)
        {
            if (_pattern[_at] == '\\') { digits |= 0x3FF; _at++; continue; }
            var (first, last) = (_pattern[_at], _pattern[_at]);
            if (_pattern[_at + 1] == '-') { last = _pattern[_at + 2]; _at += 2; }
            for (var digit = first; digit <= last; digit++) digits |= 1u << (digit - '0');
        }
        _at++;
        return digits;
    }

    private (int Least, int Most) Count()
    {
        if (_at >= _pattern.Length) return (1, 1);
        if (_pattern[_at] == '?') { _at++; return (0, 1); }
        if (_pattern[_at] != '{') return (1, 1);
        var end = _pattern.IndexOf('}', _at);
        var parts = _pattern[(_at + 1)..end].Split(',');
        _at = end + 1;
        var least = int.Parse(parts[0], CultureInfo.InvariantCulture);
        return (least, parts.Length == 1 ? least : int.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}
