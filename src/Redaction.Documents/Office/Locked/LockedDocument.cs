using System.Buffers.Binary;
using System.Collections.Immutable;

namespace Redaction.Documents.Office;

/// <summary>Opens documents that are encrypted with a password (MS-OFFCRYPTO): what is in them is the package.</summary>
internal static class LockedDocument
{
    private const int Piece = 4096, Block = 16, Largest = 512 << 20;
    private const string Usual = "VelvetSweatshop"; // what Excel encrypts with where only changes are locked: it asks for none

    /// <summary>True when a file begins as a compound file.</summary>
    public static bool Begins(Stream input)
    {
        Span<byte> head = stackalloc byte[4];
        var read = input.ReadAtLeast(head, 4, throwOnEndOfStream: false);
        input.Position = 0;
        return read == 4 && head.SequenceEqual((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]);
    }

    /// <summary>The package; the caller clears it.</summary>
    /// <exception cref="RedactionException">None of the passwords opens it, or the file is none of these.</exception>
    public static byte[] Open(Stream input, ImmutableArray<string> passwords, CancellationToken cancellation)
    {
        if (input.Length > Largest)
            throw new RedactionException(ErrorCodes.TooLarge, "office", "The encrypted document is larger than 512 MiB.");
        var file = new byte[input.Length];
        input.ReadExactly(file);
        var compound = CompoundFile.Open(file);
        var (key, package) = (compound.Find("EncryptionInfo"), compound.Find("EncryptedPackage"));
        if (key is null || package is null)
            throw new RedactionException(ErrorCodes.UnsupportedFormat, "office",
                "The document has the binary format of before 2007: save it as docx, xlsx or pptx.");
        if (package.Length < 8) throw new RedactionException(ErrorCodes.Truncated, "office", "The encrypted document is empty.");
        return Opened(LockOf(key), package, passwords, cancellation);
    }

    private static ILock LockOf(ReadOnlySpan<byte> info)
    {
        var (major, minor) = info.Length < 8 ? (0, 0)
            : (BinaryPrimitives.ReadUInt16LittleEndian(info), BinaryPrimitives.ReadUInt16LittleEndian(info[2..]));
        ILock? found = (major, minor) switch
        {
            (4, 4) => AgileLock.Read(info[8..]),
            (2 or 3 or 4, 2) => StandardLock.Read(info[8..]),
            _ => null,
        };
        return found ?? throw new RedactionException(ErrorCodes.UnsupportedFormat, "office",
            "The document is encrypted in a way that is neither the agile nor the standard one: save it without a password.");
    }

    private static byte[] Opened(ILock door, byte[] package, ImmutableArray<string> passwords, CancellationToken cancellation)
    {
        foreach (var password in passwords.Insert(0, Usual))
        {
            if (door.KeyOf(password, cancellation) is not { } key) continue;
            var length = BinaryPrimitives.ReadInt64LittleEndian(package);
            var content = package.AsSpan(8);
            if (length < 0 || length > content.Length)
                throw new RedactionException(ErrorCodes.Truncated, "office", "The encrypted document ends too early.");
            content = content[..(content.Length / Block * Block)];
            for (var (number, at) = (0, 0); at < content.Length; number++, at += Piece)
                door.Decrypt(key, content[at..Math.Min(at + Piece, content.Length)], number);
            var opened = content[..(int)Math.Min(length, content.Length)].ToArray();
            content.Clear();
            return opened;
        }
        throw FilePasswords.Locked("office", passwords.IsEmpty
            ? "is encrypted and needs a password" : "is encrypted, and no given password opens it");
    }
}
