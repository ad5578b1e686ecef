using System.Security.Cryptography;

namespace Redaction.Governance;

/// <summary>Reads a root key from an environment variable that holds it in Base64.</summary>
/// <param name="variable">Name of the variable.</param>
public sealed class EnvironmentKeySource(string variable) : IKeySource
{
    /// <inheritdoc/>
    public RedactionKey Read()
    {
        var bytes = new byte[1024];
        try
        {
            return Convert.TryFromBase64String(Environment.GetEnvironmentVariable(variable) ?? "", bytes, out var written) && written >= RedactionKey.MinimumBytes
                ? new(bytes.AsSpan(0, written))
                : throw new RedactionException(ErrorCodes.NoKey, "keys", $"The variable '{variable}' must hold at least {RedactionKey.MinimumBytes} bytes in Base64.");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }
}
