namespace Redaction;

/// <summary>A read-only view of what is to be redacted. Every source carries its context.</summary>
public interface IRedactionSource
{
    /// <summary>Who asks, for what purpose, in which data.</summary>
    RedactionContext Context { get; }
}
