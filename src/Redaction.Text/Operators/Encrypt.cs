using System.Buffers;
using System.Collections.Immutable;

namespace Redaction.Text;

/// <summary>Writes the value encrypted and authenticated (AES-256-GCM); <see cref="Decrypt"/> gives it back to
/// whoever has the key.</summary>
/// <remarks>Each type has its own key, and each value a key and nonce derived from it with HMAC-SHA-512 and 16 bytes that stand before the
/// ciphertext: random ones, or with <c>mode: repeatable</c> a MAC of the value, so that equal values look equal and
/// runs can be repeated. The type is authenticated too.</remarks>
public sealed class Encrypt : ITextOperator
{
    private readonly ValueCipher _cipher;
    private readonly bool _repeatable;

    /// <summary>Makes the operator for one project.</summary>
    public Encrypt(RedactionKey key, string project = "")
    {
        ArgumentNullException.ThrowIfNull(key);
        _cipher = new(key, project);
    }

    private Encrypt(ValueCipher cipher, bool repeatable) => (_cipher, _repeatable) = (cipher, repeatable);

    /// <inheritdoc cref="OperatorDescription"/>
    internal static OperatorDescription Described { get; } = new(
        "encrypt", "Replaces the value by its type and its ciphertext (AES-GCM); the key gives it back.",
        [new("mode", "random|repeatable", "random", "Whether equal values give other ciphertexts each time, or the same one.")],
        static options => IsRepeatable(options));

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
        return new Encrypt(_cipher, IsRepeatable(options));
    }

    private static bool IsRepeatable(OperatorOptions options) => options.Choice("mode", "random", "repeatable") == "repeatable";

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<char> original, in PlannedRedaction<TextSpan> item, IBufferWriter<char> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var type = item.Finding.Type.Name;
        output.Write("[");
        output.Write(type);
        output.Write(":");
        output.Write(_cipher.Encrypt(type, original, _repeatable));
        output.Write("]");
    }

    /// <summary>Gives back a value that the operator wrote, brackets included.</summary>
    /// <exception cref="RedactionException">It was written under another key or changed since
    /// (<see cref="ErrorCodes.Malformed"/>).</exception>
    public string Decrypt(ReadOnlySpan<char> written) => _cipher.Decrypt(written);
}
