using System.Security.Cryptography;
using System.Text;

namespace Redaction.Governance;

/// <summary>AES-256-GCM with a random nonce in front; what the content belongs to is authenticated with it.</summary>
internal static class AesEnvelope
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    public static byte[] Seal(byte[] key, ReadOnlySpan<byte> content, string bound)
    {
        var bytes = new byte[NonceBytes + content.Length + TagBytes];
        RandomNumberGenerator.Fill(bytes.AsSpan(0, NonceBytes));
        using var gcm = new AesGcm(key, TagBytes);
        var cipher = bytes.AsSpan(NonceBytes, content.Length);
        var tag = bytes.AsSpan(NonceBytes + content.Length);
        gcm.Encrypt(bytes.AsSpan(0, NonceBytes), content, cipher, tag, Encoding.UTF8.GetBytes(bound));
        return bytes;
    }

    /// <exception cref="CryptographicException">It was sealed under another key, belongs elsewhere, or was changed.</exception>
    public static byte[] Open(byte[] key, ReadOnlySpan<byte> bytes, string bound)
    {
        if (bytes.Length < NonceBytes + TagBytes) throw new CryptographicException();
        var content = new byte[bytes.Length - NonceBytes - TagBytes];
        using var gcm = new AesGcm(key, TagBytes);
        var cipher = bytes.Slice(NonceBytes, content.Length);
        gcm.Decrypt(bytes[..NonceBytes], cipher, bytes[(NonceBytes + content.Length)..], content, Encoding.UTF8.GetBytes(bound));
        return content;
    }
}
