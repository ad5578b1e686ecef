namespace Redaction;

/// <summary>Gives out tokens for values and remembers which token stands for which value.</summary>
/// <remarks>Implementations are thread-safe.</remarks>
public interface ITokenStore
{
    /// <summary>The token of a value: the one it got before, or a new one that says nothing about the value.</summary>
    /// <exception cref="RedactionException">The store cannot be written; no token was given out.</exception>
    string TokenFor(EntityType type, ReadOnlySpan<char> value);
}
