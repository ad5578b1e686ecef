using System.Collections.Frozen;

namespace Redaction.Documents.Dicom;

/// <summary>What the value representations of PS3.5 table 6.2-1 have in common.</summary>
internal static class VrRules
{
    private static readonly FrozenDictionary<string, Vr>.AlternateLookup<ReadOnlySpan<char>> s_all =
        Enum.GetValues<Vr>().ToFrozenDictionary(static v => v.ToString()).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The value representation of two letters; null where there is none.</summary>
    public static Vr? Of(byte first, byte second) => s_all.TryGetValue([(char)first, (char)second], out var vr) ? vr : null;

    public static Vr? Of(ReadOnlySpan<char> letters) => s_all.TryGetValue(letters, out var vr) ? vr : null;

    /// <summary>True where an explicit length has 32 bits behind two reserved bytes (PS3.5 section 7.1.2).</summary>
    public static bool HasLongLength(Vr vr) => vr is Vr.OB or Vr.OD or Vr.OF or Vr.OL or Vr.OV or Vr.OW or Vr.SQ or Vr.SV or Vr.UC
        or Vr.UN or Vr.UR or Vr.UT or Vr.UV;

    /// <summary>True for text in the character set of the data set.</summary>
    public static bool IsFreeText(Vr vr) => vr is Vr.LO or Vr.LT or Vr.PN or Vr.SH or Vr.ST or Vr.UC or Vr.UT;

    /// <summary>True for text of the default repertoire.</summary>
    public static bool IsCodeText(Vr vr) => vr is Vr.AE or Vr.AS or Vr.CS or Vr.DS or Vr.IS or Vr.UR;

    /// <summary>True for text of any kind.</summary>
    public static bool IsText(Vr vr) => IsFreeText(vr) || IsCodeText(vr) || vr is Vr.DA or Vr.DT or Vr.TM or Vr.UI;

    /// <summary>True where a backslash is a sign like another.</summary>
    public static bool IsOneValue(Vr vr) => vr is Vr.LT or Vr.ST or Vr.UR or Vr.UT;

    /// <summary>Bytes of a number; 0 where it is none.</summary>
    public static int NumberSize(Vr vr) => vr switch
    {
        Vr.US or Vr.SS or Vr.OW => 2,
        Vr.UL or Vr.SL or Vr.FL or Vr.OF or Vr.OL or Vr.AT => 4,
        Vr.FD or Vr.OD or Vr.OV or Vr.SV or Vr.UV => 8,
        _ => 0,
    };

    /// <summary>The most characters of a value; 0 where the standard sets none that matters.</summary>
    public static int Longest(Vr vr) => vr switch
    {
        Vr.AE or Vr.CS or Vr.SH or Vr.DS => 16,
        Vr.IS => 12,
        Vr.LO or Vr.PN => 64,
        Vr.ST => 1024,
        Vr.LT => 10240,
        _ => 0,
    };

    /// <summary>What makes the length of a value even.</summary>
    public static byte Padding(Vr vr) => IsFreeText(vr) || IsCodeText(vr) || vr is Vr.DA or Vr.DT or Vr.TM ? (byte)' ' : (byte)0;
}
