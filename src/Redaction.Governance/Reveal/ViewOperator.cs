using System.Buffers;
using System.Collections.Immutable;

namespace Redaction.Governance;

/// <summary>Opens a sealed value and lets another operator write it. What cannot be opened becomes its type in brackets.</summary>
internal sealed class ViewOperator : ITextOperator
{
    private readonly ITextOperator _inner;
    private readonly SealStore _store;
    private readonly ShownOriginals? _shown;

    /// <summary>Lets <paramref name="inner"/> write what <paramref name="store"/> has sealed.</summary>
    public ViewOperator(ITextOperator inner, SealStore store)
        : this(inner, store, null)
    {
    }

    private ViewOperator(ITextOperator inner, SealStore store, ShownOriginals? shown) => (_inner, _store, _shown) = (inner, store, shown);

    /// <inheritdoc/>
    public string Id => _inner.Id;

    /// <inheritdoc/>
    public string Description => _inner.Description;

    /// <inheritdoc/>
    public ImmutableArray<OperatorOption> Options => _inner.Options;

    /// <inheritdoc/>
    public bool IsPerDocument => _shown is null;

    /// <inheritdoc/>
    public ITextOperator Configure(OperatorOptions options) => new ViewOperator(_inner.Configure(options), _store, _shown);

    /// <inheritdoc/>
    public ITextOperator ForDocument(DocumentMemory memory)
    {
        ArgumentNullException.ThrowIfNull(memory);
        return new ViewOperator(_inner.ForDocument(memory), _store, memory.Of<ShownOriginals>());
    }

    /// <inheritdoc/>
    public void Observe(ReadOnlySpan<char> original, in PlannedRedaction<TextSpan> item)
    {
        if (_inner is RevealOperator) return; // it remembers nothing, and to open a value costs more than to write it
        if (Open(original, out var value)) _inner.Observe(value, in item);
    }

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<char> original, in PlannedRedaction<TextSpan> item, IBufferWriter<char> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var opened = Open(original, out var value);
        _shown?.Add(item.Finding.Type.Name, opened, _inner is RevealOperator);
        if (opened) _inner.Write(value, in item, output);
        else output.Write($"[{item.Finding.Type.Name}]");
    }

    private bool Open(ReadOnlySpan<char> written, out string value)
    {
        value = "";
        if (SealedValue.Next(written, 0) is not { } found) return false;
        return _store.TryReveal(written[(found.Colon + 1)..(found.End - 1)].ToString(), out value);
    }
}
