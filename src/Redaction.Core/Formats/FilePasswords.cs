using System.Collections.Immutable;

namespace Redaction;

/// <summary>Passwords that the caller has for encrypted files; which belongs to which is found out by trying.</summary>
/// <remarks>Its <see cref="object.ToString"/> tells none of them.</remarks>
internal sealed class FilePasswords(ImmutableArray<string> values)
{
    public ImmutableArray<string> Values => values;

    /// <summary>What is thrown where none of them opens a file.</summary>
    /// <param name="format">The id of its format.</param>
    /// <param name="why">What is the matter, such as <c>is encrypted and needs a password</c>.</param>
    public static RedactionException Locked(string format, string why) => new(ErrorCodes.Unreadable, format,
        $"The file {why}: give it with --password-file FILE, or WithPasswords in code.");
}
