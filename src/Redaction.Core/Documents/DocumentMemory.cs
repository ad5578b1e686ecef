using System.Security.Cryptography;
using System.Text;

namespace Redaction;

/// <summary>What operators remember within one document: numbers they gave out, surrogates they chose.</summary>
/// <remarks>Holds values of the document, so it lives no longer than the work on it. Not thread-safe.</remarks>
public sealed class DocumentMemory
{
    private readonly Dictionary<Type, object> _states = [];
    private readonly byte[] _salt;

    /// <summary>Makes an empty memory.</summary>
    /// <param name="name">Name of the document: the same name gives the same results again. Without one they cannot be repeated.</param>
    public DocumentMemory(string? name = null) =>
        _salt = name is null ? RandomNumberGenerator.GetBytes(16) : SHA256.HashData(Encoding.UTF8.GetBytes(name))[..16];

    /// <summary>Sixteen bytes that tell this document from others.</summary>
    public ReadOnlySpan<byte> Salt => _salt;

    /// <summary>Takes in what operators write; null where nobody asks.</summary>
    internal WrittenTexts? Written { get; init; }

    /// <summary>The state of a kind; made empty when first asked for, and shared by all operators of the document.</summary>
    public TState Of<TState>()
        where TState : class, new()
    {
        if (_states.TryGetValue(typeof(TState), out var state)) return (TState)state;
        var made = new TState();
        _states.Add(typeof(TState), made);
        return made;
    }

    /// <summary>Puts a state in its place.</summary>
    internal void Put<TState>(TState state)
        where TState : class => _states[typeof(TState)] = state;

    /// <summary>The state of a kind; null when there is none.</summary>
    internal TState? Find<TState>()
        where TState : class => (TState?)_states.GetValueOrDefault(typeof(TState));
}
