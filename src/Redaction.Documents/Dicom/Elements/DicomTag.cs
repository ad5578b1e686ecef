using System.Globalization;

namespace Redaction.Documents.Dicom;

/// <summary>The tag of a data element (PS3.5 section 7.1.1): its group and its number within the group.</summary>
internal readonly record struct DicomTag(ushort Group, ushort Element) : IComparable<DicomTag>
{
    public static DicomTag Item { get; } = new(0xFFFE, 0xE000);

    public static DicomTag ItemEnd { get; } = new(0xFFFE, 0xE00D);

    public static DicomTag SequenceEnd { get; } = new(0xFFFE, 0xE0DD);

    public static DicomTag PixelData { get; } = new(0x7FE0, 0x0010);

    /// <summary>The tag of a number such as <c>0x00100010</c>.</summary>
    public DicomTag(uint number) : this((ushort)(number >> 16), (ushort)number) { }

    public uint Number => ((uint)Group << 16) | Element;

    /// <summary>Groups of odd numbers are private (PS3.5 section 7.8).</summary>
    public bool IsPrivate => (Group & 1) == 1;

    /// <summary>True for the element that names who uses a block of private elements.</summary>
    public bool IsPrivateCreator => IsPrivate && Element is >= 0x10 and <= 0xFF;

    /// <summary>True for the length of a group, which is retired outside of the meta information.</summary>
    public bool IsGroupLength => Element == 0;

    public int CompareTo(DicomTag other) => Number.CompareTo(other.Number);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"({Group:X4},{Element:X4})");

    public static bool operator <(DicomTag left, DicomTag right) => left.Number < right.Number;

    public static bool operator >(DicomTag left, DicomTag right) => left.Number > right.Number;

    public static bool operator <=(DicomTag left, DicomTag right) => left.Number <= right.Number;

    public static bool operator >=(DicomTag left, DicomTag right) => left.Number >= right.Number;
}
