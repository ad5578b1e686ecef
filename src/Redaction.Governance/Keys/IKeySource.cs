namespace Redaction.Governance;

/// <summary>Where a root key comes from: a file, an environment variable, a key service.</summary>
public interface IKeySource
{
    /// <summary>Reads the root key; the caller disposes of it.</summary>
    /// <exception cref="RedactionException">There is no key (<see cref="ErrorCodes.NoKey"/>).</exception>
    RedactionKey Read();
}
