namespace Redaction.Text;

/// <summary>Cryptocurrency addresses whose check can be computed: Base58Check (Bitcoin, Litecoin, Dogecoin, Dash, Tron, XRP), Bech32 and
/// Bech32m (BIP 173, BIP 350), and Ethereum with the mixed-case check of EIP-55.</summary>
internal static class CryptoWallet
{
    private static readonly ContextWords s_context = new(
        "wallet", "address", "btc", "bitcoin", "eth", "ethereum", "crypto", "litecoin", "ltc", "doge", "dogecoin", "tron", "trx", "xrp",
        "ripple", "usdt", "usdc", "erc20");

    public static ITextDetector Detector { get; } = new AnchoredBy("crypto-wallet", EntityTypes.CryptoWallet, AnchorKinds.Word, 1, Probe)
    {
        IsSelfEvident = true,
        WordForm = static (length, _) => length >= 25,
    };

    private static void Probe(TextSource source, in TextAnchor anchor, FindingSink<TextSpan> findings)
    {
        if (anchor.Span.Length is < 25 or > 90) return;
        var text = source.Text;
        if (!Neighbourhood.IsFree(text, anchor.Span, Boundary.Word)) return;
        var score = Score(source, text.Slice(anchor.Span.Start, anchor.Span.Length), anchor.Span);
        if (score > 0) findings.Add(new(EntityTypes.CryptoWallet, anchor.Span, score, "crypto-wallet"));
    }

    private static float Score(TextSource source, ReadOnlySpan<char> word, TextSpan span)
    {
        if (word.Length == 42 && word[0] == '0' && word[1] is 'x' or 'X') return Ethereum(source, word[2..], span);
        if (word.Length > 36 || word.StartsWith("bc1", StringComparison.OrdinalIgnoreCase)) return IsSegwit(word) ? 0.98f : 0f;
        if (word[0] == 'r' && Base58Check.Version(word, Base58Check.Ripple) == 0) return 0.97f;
        return Base58Check.Version(word, Base58Check.Bitcoin) is
            0x00 or 0x05 or 0x6f or 0xc4 // Bitcoin and its test network
            or 0x30 or 0x32 or 0x3a // Litecoin
            or 0x1e or 0x16 // Dogecoin
            or 0x4c or 0x10 // Dash
            or 0x41 // Tron
            ? 0.97f : 0f;
    }

    private static bool IsSegwit(ReadOnlySpan<char> word) =>
        (word.StartsWith("bc1", StringComparison.OrdinalIgnoreCase) || word.StartsWith("tb1", StringComparison.OrdinalIgnoreCase)
            || word.StartsWith("ltc1", StringComparison.OrdinalIgnoreCase))
        && Bech32.IsValidAddress(word);

    private static float Ethereum(TextSource source, ReadOnlySpan<char> hex, TextSpan span)
    {
        if (!IsHex(hex)) return 0f;
        if (hex.ContainsAnyInRange('a', 'f') && hex.ContainsAnyInRange('A', 'F')) return HasMixedCaseCheck(hex) ? 0.98f : 0f;
        return s_context.AreNear(source, span) ? 0.95f : 0.75f;
    }

    private static bool IsHex(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (!char.IsAsciiHexDigit(c)) return false;
        return true;
    }

    private static bool HasMixedCaseCheck(ReadOnlySpan<char> hex)
    {
        Span<byte> lower = stackalloc byte[40];
        for (var i = 0; i < hex.Length; i++) lower[i] = (byte)char.ToLowerInvariant(hex[i]);
        Span<byte> hash = stackalloc byte[32];
        Keccak256.HashBlock(lower, hash);
        for (var i = 0; i < hex.Length; i++)
        {
            var nibble = (i & 1) == 0 ? hash[i / 2] >> 4 : hash[i / 2] & 15;
            if (char.IsAsciiLetter(hex[i]) && char.IsAsciiLetterUpper(hex[i]) != nibble >= 8) return false;
        }
        return true;
    }
}
