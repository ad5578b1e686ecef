namespace Redaction.Text;

/// <summary>The check of segregated-witness addresses: Bech32 (BIP 173) for version 0, Bech32m (BIP 350) for later versions.</summary>
internal static class Bech32
{
    private const string Alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private const uint PlainCheck = 1;
    private const uint ModifiedCheck = 0x2bc830a3;

    /// <summary>True when the address is in one case and its check fits its witness version.</summary>
    public static bool IsValidAddress(ReadOnlySpan<char> address)
    {
        var split = address.LastIndexOf('1');
        if (split < 1 || address.Length is < 14 or > 90 || address.Length - split < 8) return false;
        if (address.ContainsAnyInRange('a', 'z') && address.ContainsAnyInRange('A', 'Z')) return false;
        var check = 1u;
        foreach (var c in address[..split]) check = Step(check, (uint)(Lower(c) >> 5));
        check = Step(check, 0);
        foreach (var c in address[..split]) check = Step(check, (uint)(Lower(c) & 31));
        var version = -1;
        foreach (var c in address[(split + 1)..])
        {
            var value = Alphabet.IndexOf(Lower(c), StringComparison.Ordinal);
            if (value < 0) return false;
            if (version < 0) version = value;
            check = Step(check, (uint)value);
        }
        return version <= 16 && check == (version == 0 ? PlainCheck : ModifiedCheck);
    }

    private static char Lower(char c) => char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c;

    private static uint Step(uint check, uint value)
    {
        var top = check >> 25;
        check = (check & 0x1ffffff) << 5 ^ value;
        if ((top & 1) != 0) check ^= 0x3b6a57b2;
        if ((top & 2) != 0) check ^= 0x26508e6d;
        if ((top & 4) != 0) check ^= 0x1ea119fa;
        if ((top & 8) != 0) check ^= 0x3d4233dd;
        if ((top & 16) != 0) check ^= 0x2a1462b3;
        return check;
    }
}
