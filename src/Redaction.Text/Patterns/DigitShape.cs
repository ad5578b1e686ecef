namespace Redaction.Text;

/// <summary>What the matches of a part of a pattern are like, as far as digits go.</summary>
/// <remarks>
/// <see cref="Steps"/> is a 4 by 4 matrix of bits: from which state (row) the part can lead to which (column). The states are: no digit yet; in
/// digits; in letters after digits; in digits after those letters. A match that reaches the last has digits in more than one cluster.
/// </remarks>
internal readonly record struct DigitShape(ulong Counts, ushort Steps, bool IsUnknown = false)
{
    private const int MostRepeats = 64;
    private const ushort Identity = 0b1000_0100_0010_0001;
    private const ushort DigitSteps = 0b1000_1000_0010_0010; // 0>1 1>1 2>3 3>3
    private const ushort LetterSteps = 0b1000_0100_0100_0001; // 0>0 1>2 2>2 3>3

    /// <summary>Matches nothing but the empty text.</summary>
    public static DigitShape Empty { get; } = new(1, Identity);

    /// <summary>Nothing is known.</summary>
    public static DigitShape Unknown { get; } = new(ulong.MaxValue, ushort.MaxValue, IsUnknown: true);

    /// <summary>True when a match may have letters between its digits.</summary>
    public bool SplitsDigits => (Steps & 0b1000) != 0;

    /// <summary>Matches one character.</summary>
    public static DigitShape Of(char c) => char.IsAsciiDigit(c) ? new(2, DigitSteps) : new(1, AnchorScan.IsSeparator(c) ? Identity : LetterSteps);

    /// <summary>Matches this, or else the other.</summary>
    public DigitShape Or(DigitShape other) => new(Counts | other.Counts, (ushort)(Steps | other.Steps), IsUnknown || other.IsUnknown);

    /// <summary>Matches this, then the other.</summary>
    public DigitShape Then(DigitShape other)
    {
        if (IsUnknown || other.IsUnknown) return Unknown;
        ulong counts = 0;
        for (var n = 0; n < 64; n++)
        {
            if ((Counts >> n & 1) == 0) continue;
            if (n > 0 && other.Counts >> (64 - n) != 0) return Unknown; // more digits than there are bits
            counts |= other.Counts << n;
        }
        var steps = 0;
        for (var from = 0; from < 4; from++)
            for (var over = 0; over < 4; over++)
                if ((Steps >> (4 * from + over) & 1) != 0) steps |= (other.Steps >> (4 * over) & 0b1111) << (4 * from);
        return new(counts, (ushort)steps);
    }

    /// <summary>Matches this from <paramref name="least"/> to <paramref name="most"/> times.</summary>
    public DigitShape Repeated(int least, int most)
    {
        if (least == 1 && most == 1) return this;
        if (most > MostRepeats && (Counts & ~1UL) != 0) return Unknown;
        var sure = Empty;
        for (var i = 0; i < least; i++) sure = sure.Then(this);
        var all = sure;
        for (var i = least; i < Math.Min(most, MostRepeats); i++)
        {
            sure = sure.Then(this);
            if (all.Or(sure) == all) break;
            all = all.Or(sure);
        }
        return all;
    }
}
