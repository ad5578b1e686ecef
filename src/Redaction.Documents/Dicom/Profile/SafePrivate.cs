using System.Collections.Frozen;
using System.Globalization;

namespace Redaction.Documents.Dicom;

/// <summary>Private attributes that are known to be safe (PS3.15 table E.3.10-1).</summary>
internal static class SafePrivate
{
    private static readonly Lazy<FrozenSet<(string, ushort, byte)>> s_all = new(Read);

    /// <summary>True for an element of a block that a creator reserved.</summary>
    public static bool Has(string creator, DicomTag tag) => s_all.Value.Contains((creator, tag.Group, (byte)tag.Element));

    private static FrozenSet<(string, ushort, byte)> Read()
    {
        var all = new HashSet<(string, ushort, byte)>();
        foreach (var line in DicomTables.Lines("safe-private"))
        {
            var parts = line.Split('|');
            var group = ushort.Parse(parts[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            foreach (var element in parts[2].Split(' '))
                all.Add((parts[0], group, byte.Parse(element, NumberStyles.HexNumber, CultureInfo.InvariantCulture)));
        }
        return all.ToFrozenSet();
    }
}
