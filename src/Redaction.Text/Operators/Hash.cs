using System.Buffers;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Redaction.Text;

/// <summary>Writes a keyed pseudonym: the same value gives the same pseudonym within a project, and without the key none can be made or checked.</summary>
/// <remarks>HMAC-SHA-256 (RFC 2104) over the entity type and the canonical value (NFKC, case folded, without separators). An unkeyed hash of a
/// phone number can be undone by trying all numbers, so there is no unkeyed form.</remarks>
public sealed class Hash : ITextOperator
{
    private readonly byte[] _key;
    private int _bits = 80;

    /// <summary>Makes the operator for one project.</summary>
    /// <param name="key">The root key.</param>
    /// <param name="project">Pseudonyms of different projects cannot be linked.</param>
    public Hash(RedactionKey key, string project = "")
    {
        ArgumentNullException.ThrowIfNull(key);
        _key = key.Derive("hash", project);
    }

    private Hash(byte[] key, int bits) => (_key, _bits) = (key, bits);

    /// <inheritdoc/>
    public string Id => "hash";

    /// <inheritdoc/>
    public string Description => "Replaces the value by its type and a keyed pseudonym; equal values get equal pseudonyms within a project.";

    /// <inheritdoc/>
    public ImmutableArray<OperatorOption> Options { get; } = [new("bits", "integer", "80", "Length of the pseudonym in bits, 60 to 250.")];

    /// <inheritdoc/>
    public ITextOperator Configure(OperatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.EnsureOnly(this);
        return new Hash(_key, options.Integer("bits", _bits, 60, 250));
    }

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<char> original, in PlannedRedaction<TextSpan> item, IBufferWriter<char> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        Span<byte> digest = stackalloc byte[HMACSHA256.HashSizeInBytes];
        var message = Encoding.UTF8.GetBytes(Message(original, item.Finding.Type));
        HMACSHA256.HashData(_key, message, digest);
        CryptographicOperations.ZeroMemory(message);
        output.Write("[");
        output.Write(item.Finding.Type.Name);
        output.Write(":");
        LetterCode.Encode(digest, output.GetSpan(_bits / 5)[..(_bits / 5)]);
        output.Advance(_bits / 5);
        output.Write("]");
    }

    private static string Message(ReadOnlySpan<char> original, EntityType type) => $"{type.Name.Length}:{type.Name}{KeyedDigest.Canonical(original)}";
}
