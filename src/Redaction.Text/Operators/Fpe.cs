using System.Buffers;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Redaction.Text;

/// <summary>Format-preserving encryption with FF1: digits become digits and letters letters or digits, of the same number,
/// between the same signs.</summary>
/// <remarks>The key undoes it (<see cref="Decrypt"/>), so the result is still personal data.
/// A value of fewer than a million possibilities, or with letters beyond ASCII, gets its type in brackets instead.</remarks>
public sealed class Fpe : ITextOperator, IDisposable
{
    private const int Decimal = 10;
    private const int Alphanumeric = 62;
    private const int Longest = 256;
    private readonly Ff1 _digits;
    private readonly Ff1 _alphanumeric;

    /// <summary>Makes the operator for one project.</summary>
    public Fpe(RedactionKey key, string project = "")
    {
        ArgumentNullException.ThrowIfNull(key);
        var bytes = key.Derive("fpe", project);
        _digits = new(bytes, Decimal);
        _alphanumeric = new(bytes, Alphanumeric);
        CryptographicOperations.ZeroMemory(bytes);
    }

    /// <inheritdoc cref="OperatorDescription"/>
    internal static OperatorDescription Described { get; } = new(
        "fpe", "Encrypts letters and digits to others in the same form (FF1); the key undoes it.",
        []);

    /// <inheritdoc/>
    public string Id => Described.Id;

    /// <inheritdoc/>
    public string Description => Described.Description;

    /// <inheritdoc/>
    public ImmutableArray<OperatorOption> Options => Described.Options;

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<char> original, in PlannedRedaction<TextSpan> item, IBufferWriter<char> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var target = output.GetSpan(original.Length)[..original.Length];
        if (TryRun(original, item.Finding.Type, target, encrypt: true)) output.Advance(original.Length);
        else TypeLabel.Write(item.Finding.Type, output);
    }

    /// <summary>Undoes the operator for a value that it wrote.</summary>
    /// <exception cref="ArgumentException">The operator writes no such value.</exception>
    public string Decrypt(ReadOnlySpan<char> encrypted, EntityType type)
    {
        var target = new char[encrypted.Length];
        return TryRun(encrypted, type, target, encrypt: false) ? new(target)
            : throw new ArgumentException("This is no value that fpe writes.", nameof(encrypted));
    }

    /// <summary>Clears the keys.</summary>
    public void Dispose()
    {
        _digits.Dispose();
        _alphanumeric.Dispose();
    }

    private bool TryRun(ReadOnlySpan<char> value, EntityType type, Span<char> target, bool encrypt)
    {
        if (value.Length > Longest) return false;
        Span<ushort> numerals = stackalloc ushort[Longest];
        int count = 0, letters = 0;
        foreach (var c in value)
        {
            if (!char.IsLetterOrDigit(c) && !char.IsSurrogate(c)) continue;
            if (!char.IsAscii(c)) return false;
            if (!char.IsAsciiDigit(c)) letters++;
            numerals[count++] = Numeral(c);
        }
        var cipher = letters == 0 ? _digits : _alphanumeric;
        if (!cipher.IsLongEnough(count)) return false;
        // The length of the whole goes into the tweak with the type, as equal digits in other writings need not look equal in part.
        var tweak = Encoding.UTF8.GetBytes(type.Name);
        if (encrypt) cipher.Encrypt(numerals[..count], tweak);
        else cipher.Decrypt(numerals[..count], tweak);
        // Digits only would be read back in the other radix.
        if (letters > 0 && !numerals[..count].ContainsAnyExceptInRange((ushort)0, (ushort)9)) return false;
        var at = 0;
        for (var i = 0; i < value.Length; i++) target[i] = char.IsAsciiLetterOrDigit(value[i]) ? Sign(numerals[at++]) : value[i];
        numerals.Clear();
        return true;
    }

    private static ushort Numeral(char c) => (ushort)(c <= '9' ? c - '0' : c <= 'Z' ? c - 'A' + 10 : c - 'a' + 36);

    private static char Sign(ushort numeral) =>
        (char)(numeral < 10 ? '0' + numeral : numeral < 36 ? 'A' + numeral - 10 : 'a' + numeral - 36);
}
