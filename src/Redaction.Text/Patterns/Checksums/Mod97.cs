namespace Redaction.Text;

/// <summary>The check of ISO/IEC 7064 MOD 97-10 as IBAN uses it: letters count as 10 to 35,
/// the first four characters are moved to the end.</summary>
public static class Mod97
{
    /// <summary>True when an IBAN without separators passes.</summary>
    public static bool IsValidIban(ReadOnlySpan<char> iban) => iban.Length > 4 && Remainder(iban[..4], Remainder(iban[4..], 0)) == 1;

    /// <summary>Remainder of the value modulo 97, continued from <paramref name="remainder"/>;
    /// -1 when a character is neither letter nor digit.</summary>
    public static int Remainder(ReadOnlySpan<char> value, int remainder)
    {
        foreach (var c in value)
        {
            if (remainder < 0) return -1;
            if (char.IsAsciiDigit(c)) remainder = (remainder * 10 + c - '0') % 97;
            else if (char.IsAsciiLetter(c)) remainder = (remainder * 100 + (c | 0x20) - 'a' + 10) % 97;
            else return -1;
        }
        return remainder;
    }
}
