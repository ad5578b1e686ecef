namespace Redaction.Documents.Office;

/// <summary>A way in which a document is encrypted with a password (MS-OFFCRYPTO section 2.3.4).</summary>
internal interface ILock
{
    /// <summary>The key of the document; null where the password is another.</summary>
    byte[]? KeyOf(string password, CancellationToken cancellation);

    /// <summary>Decrypts a piece of the document in place.</summary>
    /// <param name="key">The key.</param>
    /// <param name="piece">The piece: 4,096 bytes, the last one fewer, but whole blocks.</param>
    /// <param name="number">Which piece it is, from 0.</param>
    void Decrypt(byte[] key, Span<byte> piece, int number);
}
