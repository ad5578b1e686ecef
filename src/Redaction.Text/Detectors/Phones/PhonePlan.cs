using System.Globalization;

namespace Redaction.Text;

/// <summary>The national numbering plan of a region: which lengths numbers have by their first digits.</summary>
/// <remarks>From the metadata of libphonenumber; the table and how it is written are told in its first lines.</remarks>
internal sealed class PhonePlan
{
    private const string Resource = "phones/plans", NoTrunk = "-";
    private const int Deepest = 4, Shortest = 4, Longest = 17;
    private static readonly Dictionary<string, string> s_rows = ReadRows();
    private static readonly Dictionary<string, Lazy<PhonePlan>>.AlternateLookup<ReadOnlySpan<char>> s_plans = s_rows.ToDictionary(
        static row => row.Key, static row => new Lazy<PhonePlan>(() => new(row.Value)), StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly Dictionary<int, uint> _lengths = [];

    private PhonePlan(string row)
    {
        var parts = row.Split(' ');
        Code = int.Parse(parts[0], CultureInfo.InvariantCulture);
        Trunk = parts[1] == NoTrunk ? "" : parts[1];
        foreach (var part in parts[2..])
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            var mask = uint.Parse(part.AsSpan(0, colon), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            foreach (var prefix in part[(colon + 1)..].Split(',')) _lengths[Key(prefix)] = mask;
        }
    }

    /// <summary>The calling code.</summary>
    public int Code { get; }

    /// <summary>What is dialled before a number inside the country; empty when nothing is.</summary>
    public string Trunk { get; }

    /// <summary>The regions that have a plan.</summary>
    public static IEnumerable<string> AllRegions => s_rows.Keys;

    /// <summary>The plan of a region (ISO 3166); null when none is known.</summary>
    public static PhonePlan? Of(ReadOnlySpan<char> region) => s_plans.TryGetValue(region, out var plan) ? plan.Value : null;

    /// <summary>True for the digits of a number of the country, with its trunk prefix or without.</summary>
    public bool Fits(ReadOnlySpan<char> digits) =>
        FitsNational(digits) || (Trunk.Length > 0 && digits.StartsWith(Trunk, StringComparison.Ordinal)
            && FitsNational(digits[Trunk.Length..]));

    private bool FitsNational(ReadOnlySpan<char> digits)
    {
        if (digits.Length is < Shortest or > Longest) return false;
        var key = 1;
        for (var i = 0; i < Deepest && i < digits.Length; i++)
        {
            key = key * 10 + digits[i] - '0';
            if (_lengths.TryGetValue(key, out var mask)) return (mask & (1u << (digits.Length - Shortest))) != 0;
        }
        return false;
    }

    private static int Key(string prefix)
    {
        var key = 1;
        foreach (var c in prefix) key = key * 10 + c - '0';
        return key;
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
