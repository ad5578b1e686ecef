using System.Buffers;

namespace Redaction.Text;

/// <summary>Numbers and codes in the shape of the original: digits become digits, letters letters of the same case, all else stays. Social
/// security numbers of the United States get an area that was never issued, IBANs keep their country and get check digits that none
/// has.</summary>
internal static class ShapeSurrogate
{
    private const int Letters = 26;

    /// <summary>Writes the surrogate; false for a value with neither an ASCII letter nor a digit.</summary>
    public static bool TryWrite(ReadOnlySpan<char> value, EntityType type, byte[] key, byte[] salt, DocumentNames? names,
        IBufferWriter<char> output)
    {
        if (!HasCode(value)) return false;
        Span<char> written = value.Length <= 128 ? stackalloc char[value.Length] : new char[value.Length];
        for (var attempt = 0; attempt < 8; attempt++)
        {
            Fill(value, type, key, salt, attempt, written);
            if (!value.SequenceEqual(written) && names?.Real.Contains(written.ToString()) != true) break;
        }
        output.Write(written);
        return true;
    }

    private static void Fill(ReadOnlySpan<char> value, EntityType type, byte[] key, byte[] salt, int attempt, Span<char> written)
    {
        Span<byte> digest = stackalloc byte[KeyedDigest.Size];
        var taken = digest.Length;
        var block = 0;
        for (var i = 0; i < value.Length; i++)
        {
            if (taken == digest.Length)
            {
                KeyedDigest.Compute(key, salt, $"shape/{type.Name}/{attempt}/{block++}", value, digest);
                taken = 0;
            }
            var c = value[i];
            if (IsOf(value, i)) { written[i] = c; continue; }
            written[i] = char.IsAsciiDigit(c) ? NumberSurrogate.Digit(value, i, digest[taken++])
                : char.IsAsciiLetterUpper(c) ? (char)('A' + digest[taken++] % Letters)
                : char.IsAsciiLetterLower(c) ? (char)('a' + digest[taken++] % Letters)
                : char.IsLetterOrDigit(c) ? (char)('A' + digest[taken++] % Letters) : c;
        }
        if (type == EntityTypes.Iban && value.Length > 4) Set(value, written, [value[0], value[1], '0', '0']);
        else if (type.Name == "us.ssn") SetDigits(written, "666");
    }

    /// <summary>The word in <c>211 of 2002</c>.</summary>
    private static bool IsOf(ReadOnlySpan<char> value, int at)
    {
        if ((value[at] | 0x20) is not ('o' or 'f')) return false;
        var start = (value[at] | 0x20) == 'o' ? at - 1 : at - 2;
        return start >= 0 && start + 4 <= value.Length && value.Slice(start, 4).Equals(" of ", StringComparison.OrdinalIgnoreCase);
    }

    private static void Set(ReadOnlySpan<char> value, Span<char> written, ReadOnlySpan<char> start)
    {
        for (int i = 0, at = 0; i < value.Length && at < start.Length; i++)
            if (char.IsLetterOrDigit(value[i])) written[i] = start[at++];
    }

    private static void SetDigits(Span<char> written, ReadOnlySpan<char> start)
    {
        for (int i = 0, at = 0; i < written.Length && at < start.Length; i++)
            if (char.IsAsciiDigit(written[i])) written[i] = start[at++];
    }

    private static bool HasCode(ReadOnlySpan<char> value)
    {
        foreach (var c in value)
            if (char.IsAsciiLetterOrDigit(c)) return true;
        return false;
    }
}
