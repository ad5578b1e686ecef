using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace Redaction.Documents.Dicom;

/// <summary>The action table of PS3.15 annex E.</summary>
internal static class ProfileTable
{
    private static readonly Lazy<FrozenDictionary<uint, ProfileRow>> s_rows = new(Read);

    /// <summary>The columns of the options.</summary>
    public static ImmutableArray<string> Options { get; } =
    [
        "rtnUIDsOpt", "rtnDevIdOpt", "rtnInstIdOpt", "rtnPatCharsOpt", "rtnLongFullDatesOpt", "rtnLongModifDatesOpt", "cleanDescOpt",
        "cleanStructContOpt", "cleanGraphOpt", "rtnSafePrivOpt",
    ];

    /// <summary>All rows, by the number of the tag; those of repeating groups by the first group.</summary>
    public static FrozenDictionary<uint, ProfileRow> Rows => s_rows.Value;

    /// <summary>The row of an attribute; null where the table has none.</summary>
    public static ProfileRow? Find(DicomTag tag)
    {
        if (tag.Group >> 8 == 0x50) return Rows[0x50000000];
        return Rows.GetValueOrDefault(DicomDictionary.Canonical(tag));
    }

    private static FrozenDictionary<uint, ProfileRow> Read()
    {
        var rows = new Dictionary<uint, ProfileRow>();
        foreach (var line in DicomTables.Lines("profile"))
        {
            var parts = line.Split(' ');
            var tag = uint.Parse(parts[0].Replace('x', '0'), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            rows.Add(tag, new(parts[1], parts[2..]));
        }
        return rows.ToFrozenDictionary();
    }
}
