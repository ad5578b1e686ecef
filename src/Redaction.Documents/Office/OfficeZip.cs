using System.IO.Compression;

namespace Redaction.Documents.Office;

/// <summary>What a ZIP archive must be before anything in it is unpacked.</summary>
internal static class OfficeZip
{
    /// <summary>Limits that protect memory and time.</summary>
    /// <param name="All">Bytes of all parts, unpacked.</param>
    /// <param name="Ratio">How much larger they may be than the file.</param>
    /// <param name="Free">Bytes up to which the ratio does not count.</param>
    internal readonly record struct Limits(long All, long Ratio, long Free);

    /// <summary>Opens an archive.</summary>
    public static ZipArchive Open(Stream input)
    {
        try
        {
            return new(input, ZipArchiveMode.Read, leaveOpen: true);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or IOException or ArgumentException)
        {
            throw new RedactionException(ErrorCodes.Truncated, "office", "The file is no complete ZIP archive.", e.GetType());
        }
    }

    /// <summary>The files of an archive.</summary>
    /// <param name="zip">The archive.</param>
    /// <param name="length">Bytes of the file.</param>
    /// <param name="most">The most files.</param>
    /// <param name="limits">The most bytes.</param>
    /// <exception cref="RedactionException">There are too many or too large ones, or one that is encrypted or lies outside.</exception>
    public static List<ZipArchiveEntry> Check(ZipArchive zip, long length, int most, Limits limits)
    {
        var entries = new List<ZipArchiveEntry>();
        var total = 0L;
        try
        {
            if (zip.Entries.Count > most) throw new RedactionException(ErrorCodes.TooLarge, "office", "The document has too many parts.");
            foreach (var entry in zip.Entries)
            {
                var name = entry.FullName;
                if (entry.IsEncrypted)
                    throw new RedactionException(ErrorCodes.UnsupportedFormat, "office", "Parts are encrypted: save the document without.");
                if (name.EndsWith('/') && entry.Length == 0) continue; // a folder
                if (name.Length == 0 || name[0] == '/' || name.Contains('\\') || name.Split('/').Contains(".."))
                    throw new RedactionException(ErrorCodes.Malformed, "office", "A part has a name that no part may have.");
                total += entry.Length;
                entries.Add(entry);
            }
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or IOException or ArgumentException)
        {
            throw new RedactionException(ErrorCodes.Truncated, "office", "The file is no complete ZIP archive.", e.GetType());
        }
        if (total > limits.All || (total > limits.Free && total / limits.Ratio > length))
            throw new RedactionException(ErrorCodes.TooLarge, "office", "The document unpacks to more than the memory limit.");
        return entries;
    }
}
