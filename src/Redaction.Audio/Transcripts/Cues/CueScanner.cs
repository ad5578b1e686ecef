using System.Buffers;
using System.Globalization;
using System.Text;

namespace Redaction.Audio;

/// <summary>Goes through a line of subtitles and reads times however people and programs write them: digits of any script, a point, a
/// comma or nothing before the fraction, hours or none, frames, blanks and marks of direction anywhere.</summary>
internal ref struct CueScanner(ReadOnlySpan<byte> line)
{
    private const int MostFields = 4;

    private readonly ReadOnlySpan<byte> _line = line;

    /// <summary>The byte that comes next.</summary>
    public int Position { get; private set; }

    /// <summary>True behind the last byte.</summary>
    public readonly bool IsAtEnd => Position >= _line.Length;

    /// <summary>The same line from another place.</summary>
    public readonly CueScanner At(int position) => new(_line) { Position = position };

    /// <summary>Passes over white space and characters that cannot be seen.</summary>
    public void SkipBlanks()
    {
        while (!IsAtEnd)
        {
            var rune = Next(out var bytes);
            if (!IsBlank(rune)) return;
            Position += bytes;
        }
    }

    /// <summary>Passes over one of some characters.</summary>
    public bool Skip(ReadOnlySpan<char> any)
    {
        if (IsAtEnd) return false;
        var rune = Next(out var bytes);
        if (!rune.IsBmp || any.IndexOf((char)rune.Value) < 0) return false;
        Position += bytes;
        return true;
    }

    /// <summary>Passes over what stands between two times.</summary>
    /// <param name="most">The most characters.</param>
    /// <param name="isArrow">There is the head of an arrow in it.</param>
    /// <returns>False when no digit comes in time.</returns>
    public bool TrySkipToDigit(int most, out bool isArrow)
    {
        isArrow = false;
        for (var count = 0; !IsAtEnd; count++)
        {
            var rune = Next(out var bytes);
            if (Digit(rune) >= 0) return count > 0;
            if (count >= most) return false;
            isArrow |= IsArrowHead(rune);
            Position += bytes;
        }
        return false;
    }

    /// <summary>Reads a time; the scanner stays where it is when there is none.</summary>
    public bool TryTime(out CueMoment moment)
    {
        var start = Position;
        if (TryTimeHere(out moment)) return true;
        Position = start;
        return false;
    }

    private bool TryTimeHere(out CueMoment moment)
    {
        moment = default;
        Skip("-\u2212");
        Span<long> fields = stackalloc long[MostFields];
        var count = 0;
        do
        {
            if (count == MostFields || !TryNumber(out fields[count++], out _)) return false;
        }
        while (SkipMark(":;\uFF1A\uFE55\u2236"));
        var (fraction, digits) = Fraction();
        return CueMoment.TryMake(fields[..count], fraction, digits, out moment);
    }

    /// <summary>The digits after a point or a comma; none when another field follows them, since the comma then parts two times.</summary>
    private (long Value, int Digits) Fraction()
    {
        var start = Position;
        if (SkipMark(".,\uFF0E\uFF0C\u066B\u3002") && TryNumber(out var value, out var digits))
        {
            var end = Position;
            if (!SkipMark(":;\uFF1A"))
            {
                Position = end;
                return (value, digits);
            }
        }
        Position = start;
        return (0, 0);
    }

    /// <summary>Passes over a mark with the blanks around it.</summary>
    private bool SkipMark(ReadOnlySpan<char> any)
    {
        var start = Position;
        SkipBlanks();
        if (Skip(any))
        {
            SkipBlanks();
            return true;
        }
        Position = start;
        return false;
    }

    private bool TryNumber(out long value, out int digits)
    {
        (value, digits) = (0, 0);
        while (!IsAtEnd)
        {
            var digit = Digit(Next(out var bytes));
            if (digit < 0) break;
            if (++digits > 9) return false;
            value = value * 10 + digit;
            Position += bytes;
        }
        return digits > 0;
    }

    private readonly Rune Next(out int bytes)
    {
        if (_line[Position] < 0x80)
        {
            bytes = 1;
            return new(_line[Position]);
        }
        return Rune.DecodeFromUtf8(_line[Position..], out var rune, out bytes) == OperationStatus.Done ? rune : Rune.ReplacementChar;
    }

    private static int Digit(Rune rune) => rune.IsAscii
        ? (uint)(rune.Value - '0') <= 9 ? rune.Value - '0' : -1
        : Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber ? (int)Rune.GetNumericValue(rune) : -1;

    private static bool IsBlank(Rune rune) =>
        Rune.IsWhiteSpace(rune) || (!rune.IsAscii && Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format);

    private static bool IsArrowHead(Rune rune) => rune.Value is '>' or 0x203A or 0xBB or 0xFF1E or (>= 0x2190 and <= 0x21FF)
        or (>= 0x2794 and <= 0x27BE) or (>= 0x27F0 and <= 0x27FF) or (>= 0x2900 and <= 0x297F) or (>= 0x2B00 and <= 0x2BFF);
}
