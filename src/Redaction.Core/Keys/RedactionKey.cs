using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Redaction;

/// <summary>A root key from which the keys of projects and purposes are derived (HKDF-SHA-256, RFC 5869).</summary>
/// <remarks>Cleared on dispose. Keys of different projects or purposes cannot be linked to each other.</remarks>
public sealed class RedactionKey : IDisposable
{
    /// <summary>The fewest bytes of a root key.</summary>
    public const int MinimumBytes = 32;

    private readonly byte[] _root;

    /// <summary>Copies a root key.</summary>
    /// <exception cref="ArgumentException">It is shorter than <see cref="MinimumBytes"/>.</exception>
    public RedactionKey(ReadOnlySpan<byte> root)
    {
        if (root.Length < MinimumBytes) throw new ArgumentException($"A root key has at least {MinimumBytes} bytes.");
        _root = root.ToArray();
    }

    /// <summary>Earlier versions of the key, newest first, that only read what was made under them. Disposed of with it.</summary>
    /// <value>None.</value>
    public ImmutableArray<RedactionKey> Retired { get; init; } = [];

    /// <summary>The key and its earlier versions, newest first.</summary>
    public ImmutableArray<RedactionKey> Versions => [this, .. Retired];

    /// <summary>Reads a root key from a file: its bytes, or one line of Base64.</summary>
    /// <exception cref="ArgumentException">The file can be read or changed by others than its owner, lies where others may write, holds too
    /// few bytes, or a key that can be guessed.</exception>
    public static RedactionKey FromFile(string path)
    {
        KeyPlace.Check(path);
        var bytes = File.ReadAllBytes(path);
        try
        {
            if (FromBase64(bytes) is { } key) return key;
            if (bytes.Length >= MinimumBytes && KeyStrength.Fault(bytes) is { } fault) throw new ArgumentException(fault);
            return new RedactionKey(bytes);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    /// <summary>Derives 32 bytes for a purpose within a project.</summary>
    /// <param name="purpose">What the key is for, such as <c>hash</c>.</param>
    /// <param name="project">Name of the project; the same value gets unlinkable results in another.</param>
    public byte[] Derive(string purpose, string project)
    {
        ArgumentException.ThrowIfNullOrEmpty(purpose);
        ArgumentNullException.ThrowIfNull(project);
        var info = Encoding.UTF8.GetBytes($"redaction/v1/{purpose.Length}:{purpose}/{project.Length}:{project}");
        return HKDF.DeriveKey(HashAlgorithmName.SHA256, _root, 32, info: info);
    }

    /// <summary>Clears the key.</summary>
    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_root);
        foreach (var retired in Retired) retired.Dispose();
    }

    private static RedactionKey? FromBase64(ReadOnlySpan<byte> bytes)
    {
        Span<byte> decoded = stackalloc byte[512];
        while (bytes is [.., (byte)'\n' or (byte)'\r' or (byte)' ']) bytes = bytes[..^1];
        if (bytes.Length is 0 or > 680) return null;
        var status = System.Buffers.Text.Base64.DecodeFromUtf8(bytes, decoded, out _, out var written);
        try
        {
            if (status != System.Buffers.OperationStatus.Done || written < MinimumBytes) return null;
            if ((KeyStrength.FaultOfText(bytes) ?? KeyStrength.Fault(decoded[..written])) is { } fault) throw new ArgumentException(fault);
            return new RedactionKey(decoded[..written]);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(decoded);
        }
    }
}
