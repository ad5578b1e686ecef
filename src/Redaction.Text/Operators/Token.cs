using System.Buffers;
using System.Collections.Immutable;

namespace Redaction.Text;

/// <summary>Writes a token, which only the store can turn back into the value.</summary>
public sealed class Token : ITextOperator
{
    private readonly ITokenStore _store;

    /// <summary>Takes tokens from <paramref name="store"/>.</summary>
    public Token(ITokenStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        _store = store;
    }

    /// <inheritdoc cref="OperatorDescription"/>
    internal static OperatorDescription Described { get; } = new(
        "token", "Replaces the value by its type and a token that a store keeps.",
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
        output.Write("[");
        output.Write(item.Finding.Type.Name);
        output.Write(":");
        output.Write(_store.TokenFor(item.Finding.Type, original));
        output.Write("]");
    }
}
