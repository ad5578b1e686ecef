using System.Security.Cryptography;

namespace Redaction.Governance;

/// <summary>Reads a root key from an environment variable that holds it in Base64.</summary>
/// <param name="variable">Name of the variable.</param>
internal sealed class EnvironmentKeySource(string variable)
{
    /// <exception cref="RedactionException">There is no key (<see cref="ErrorCodes.NoKey"/>).</exception>
    public RedactionKey Read()
    {
        var bytes = new byte[1024];
        try
        {
            var text = System.Text.Encoding.UTF8.GetBytes((Environment.GetEnvironmentVariable(variable) ?? "").Trim());
            var isCode = Convert.TryFromBase64String(Environment.GetEnvironmentVariable(variable) ?? "", bytes, out var written);
            if (isCode && written >= RedactionKey.MinimumBytes)
                return (KeyStrength.FaultOfText(text) ?? KeyStrength.Fault(bytes.AsSpan(0, written))) is { } fault
                    ? throw new RedactionException(ErrorCodes.NoKey, "keys", fault)
                    : new(bytes.AsSpan(0, written));
            var message = $"The variable '{variable}' must hold at least {RedactionKey.MinimumBytes} bytes in Base64.";
            throw new RedactionException(ErrorCodes.NoKey, "keys", message);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }
}
