using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Redaction.Text;

/// <summary>Writes a keyed pseudonym: the same value gives the same pseudonym within a project,
/// and without the key none can be made or checked.</summary>
/// <remarks>HMAC-SHA-256 (RFC 2104) over the entity type and the canonical value (NFKC, case folded,
/// without separators). An unkeyed hash of a phone number can be undone by trying all numbers, so there is no unkeyed form.</remarks>
public sealed class Hash : ITextOperator
{
    private const int MostOnStack = 256;
    private readonly HmacSha256 _code;
    private readonly int _bits = 80;

    /// <summary>Makes the operator for one project.</summary>
    /// <param name="key">The root key.</param>
    /// <param name="project">Pseudonyms of different projects cannot be linked.</param>
    public Hash(RedactionKey key, string project = "")
    {
        ArgumentNullException.ThrowIfNull(key);
        _code = new(key.Derive("hash", project));
    }

    private Hash(HmacSha256 code, int bits) => (_code, _bits) = (code, bits);

    /// <inheritdoc cref="OperatorDescription"/>
    internal static OperatorDescription Described { get; } = new(
        "hash", "Replaces the value by its type and a keyed pseudonym; equal values get equal pseudonyms within a project.",
        [new("bits", "integer", "80", "Length of the pseudonym in bits, 60 to 250.")], static options => Bits(options));

    /// <inheritdoc/>
    public string Id => Described.Id;

    /// <inheritdoc/>
    public string Description => Described.Description;

    /// <inheritdoc/>
    public ImmutableArray<OperatorOption> Options => Described.Options;

    /// <inheritdoc/>
    public ITextOperator Configure(OperatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.EnsureOnly(this);
        return new Hash(_code, Bits(options));
    }

    private static int Bits(OperatorOptions options) => options.Integer("bits", 80, 60, 250);

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<char> original, in PlannedRedaction<TextSpan> item, IBufferWriter<char> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        Span<byte> digest = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Digest(original, item.Finding.Type.Name, digest);
        var name = item.Finding.Type.Name;
        var written = output.GetSpan(name.Length + _bits / 5 + 3)[..(name.Length + _bits / 5 + 3)];
        (written[0], written[name.Length + 1], written[^1]) = ('[', ':', ']');
        name.CopyTo(written[1..]);
        LetterCode.Encode(digest, written[(name.Length + 2)..^1]);
        output.Advance(written.Length);
    }

    /// <summary>The code of the length and name of the type and the canonical value. An ASCII value needs no allocation.</summary>
    private void Digest(ReadOnlySpan<char> original, string type, Span<byte> digest)
    {
        Span<byte> buffer = stackalloc byte[MostOnStack];
        if (original.Length + 3 * type.Length + 16 <= buffer.Length
            && type.Length.TryFormat(buffer, out var length, provider: CultureInfo.InvariantCulture))
        {
            buffer[length++] = (byte)':';
            length += Encoding.UTF8.GetBytes(type, buffer[length..]);
            if (KeyedDigest.CanonicalAscii(original, buffer[length..]) is >= 0 and var canonical)
            {
                _code.Compute(buffer[..(length + canonical)], digest);
                CryptographicOperations.ZeroMemory(buffer[..(length + canonical)]);
                return;
            }
        }
        var message =
            Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{type.Length}:{type}{KeyedDigest.Canonical(original)}"));
        _code.Compute(message, digest);
        CryptographicOperations.ZeroMemory(message);
    }
}
