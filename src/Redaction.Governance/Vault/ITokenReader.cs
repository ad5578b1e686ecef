namespace Redaction.Governance;

/// <summary>Gives back the values that tokens stand for.</summary>
public interface ITokenReader
{
    /// <summary>The value that a token stands for; false when it is unknown, its key is not there, or its subject was forgotten.</summary>
    /// <exception cref="RedactionException">What is stored was changed (<see cref="ErrorCodes.Integrity"/>).</exception>
    bool TryReveal(string token, out string value);
}
