using System.Globalization;

namespace Redaction.Text;

/// <summary>The national numbering plan of a region: which lengths numbers have by their first digits.</summary>
/// <remarks>From the metadata of libphonenumber; the table and how it is written are told in its first lines.</remarks>
internal sealed class PhonePlan
{
    private const string Resource = "phones/plans", NoTrunk = "-";
    private const int Deepest = 4, Shortest = 4, Longest = 17, Digits = 10, Letters = 26;
    private static readonly Dictionary<string, string> s_rows = ReadRows();
    private static readonly Lazy<PhonePlan>?[] s_plans = Plans();

    /// <summary>A tree over the first digits: at a node's place and a digit, the lengths that begin so, or the next node.</summary>
    private readonly List<(uint Lengths, int Next)> _tree = [.. new (uint, int)[Digits]];

    private PhonePlan(string row)
    {
        var parts = row.Split(' ');
        Code = int.Parse(parts[0], CultureInfo.InvariantCulture);
        Trunk = parts[1] == NoTrunk ? "" : parts[1];
        foreach (var part in parts[2..])
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            var mask = uint.Parse(part.AsSpan(0, colon), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            foreach (var prefix in part[(colon + 1)..].Split(',')) Add(prefix, mask);
        }
    }

    /// <summary>The calling code.</summary>
    public int Code { get; }

    /// <summary>What is dialled before a number inside the country; empty when nothing is.</summary>
    public string Trunk { get; }

    /// <summary>The regions that have a plan.</summary>
    public static IEnumerable<string> AllRegions => s_rows.Keys;

    /// <summary>The calling code of a region that has a plan.</summary>
    public static int CodeOf(string region) =>
        int.Parse(s_rows[region].AsSpan(0, s_rows[region].IndexOf(' ', StringComparison.Ordinal)), CultureInfo.InvariantCulture);

    /// <summary>The plan of a region (ISO 3166); null when none is known.</summary>
    public static PhonePlan? Of(ReadOnlySpan<char> region) => IndexOf(region) is >= 0 and var index ? s_plans[index]?.Value : null;

    /// <summary>True for the digits of a number of the country, with its trunk prefix or without.</summary>
    public bool Fits(ReadOnlySpan<char> digits) =>
        FitsNational(digits) || (Trunk.Length > 0 && digits.StartsWith(Trunk, StringComparison.Ordinal)
            && FitsNational(digits[Trunk.Length..]));

    private bool FitsNational(ReadOnlySpan<char> digits)
    {
        if (digits.Length is < Shortest or > Longest) return false;
        var node = 0;
        for (var i = 0; i < Deepest && i < digits.Length; i++)
        {
            var (lengths, next) = _tree[node + digits[i] - '0'];
            if (lengths != 0) return (lengths & (1u << (digits.Length - Shortest))) != 0;
            if (next == 0) return false;
            node = next;
        }
        return false;
    }

    private void Add(string prefix, uint lengths)
    {
        var node = 0;
        foreach (var digit in prefix[..^1])
        {
            var at = node + digit - '0';
            if (_tree[at].Next == 0)
            {
                _tree[at] = (_tree[at].Lengths, _tree.Count);
                _tree.AddRange(new (uint, int)[Digits]);
            }
            node = _tree[at].Next;
        }
        var leaf = node + prefix[^1] - '0';
        _tree[leaf] = (lengths, _tree[leaf].Next);
    }

    /// <summary>Place of a region of two letters, whatever their case; -1 for anything else.</summary>
    private static int IndexOf(ReadOnlySpan<char> region) =>
        region.Length == 2 && char.IsAsciiLetter(region[0]) && char.IsAsciiLetter(region[1])
            ? ((region[0] | 0x20) - 'a') * Letters + (region[1] | 0x20) - 'a' : -1;

    private static Lazy<PhonePlan>?[] Plans()
    {
        var plans = new Lazy<PhonePlan>?[Letters * Letters];
        foreach (var (region, row) in s_rows) plans[IndexOf(region)] = new(() => new(row));
        return plans;
    }

    private static Dictionary<string, string> ReadRows()
    {
        using var stream = typeof(PhonePlan).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidDataException("The table of numbering plans is missing.");
        using var reader = new StreamReader(stream);
        var rows = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var region = "";
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            // a line that goes on: a list of prefixes, or a further set of lengths
            if (line[0] == ' ') { rows[region] += (line[1] == ',' || rows[region].EndsWith(':') ? "" : " ") + line[1..]; continue; }
            region = line[..2];
            rows[region] = line[3..];
        }
        return rows;
    }
}
