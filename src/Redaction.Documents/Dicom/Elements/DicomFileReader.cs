using System.IO.Compression;
using System.Text;

namespace Redaction.Documents.Dicom;

/// <summary>Reads files of PS3.10, with and without preamble and meta information.</summary>
internal static class DicomFileReader
{
    private const int PreambleLength = 128;
    private const long LargestInflated = 1 << 30, FreeInflated = 64 << 20, MostGrowth = 100, MostPacked = 1032; // what zlib packs at most

    /// <summary>Reads a file in full.</summary>
    /// <exception cref="RedactionException">It breaks the rules, ends too early, or has an encoding that is not known.</exception>
    public static DicomFile Read(byte[] bytes)
    {
        var head = HasPrefix(bytes) ? PreambleLength + 4 : bytes.AsSpan().StartsWith("DICM"u8) ? 4 : 0;
        if (head == 0 && !IsPlausible(bytes)) throw DicomFault.Of(ErrorCodes.Malformed, "There is no data set.");
        var reader = new ElementReader(bytes);
        var meta = reader.ReadGroup(head, 2, DicomSyntax.ExplicitLittle);
        var syntax = SyntaxOf(bytes, meta);
        var source = syntax.IsDeflated ? Inflate(bytes, meta.End) : bytes;
        var dataset = syntax.IsDeflated ? new ElementReader(source).ReadAll(0, syntax) : reader.ReadAll(meta.End, syntax);
        return new()
        {
            Bytes = bytes,
            Source = source,
            HeadLength = head,
            Meta = meta.Elements.Count > 0 ? meta : null,
            BodyStart = meta.End,
            Dataset = dataset,
            Syntax = syntax,
        };
    }

    /// <summary>True for what begins as PS3.10 asks.</summary>
    public static bool HasPrefix(ReadOnlySpan<byte> head) =>
        head.Length >= PreambleLength + 4 && head[PreambleLength..].StartsWith("DICM"u8);

    /// <summary>True for what can be a data set without a preamble: its first element is one of the first groups.</summary>
    public static bool IsPlausible(ReadOnlySpan<byte> head)
    {
        if (head.Length < 8) return false;
        var syntax = Guess(head);
        var (group, element) = syntax.IsBigEndian ? ((head[0] << 8) | head[1], (head[2] << 8) | head[3])
            : (head[0] | (head[1] << 8), head[2] | (head[3] << 8));
        if (group is not (2 or 4 or 8) || element > 0x2000) return false;
        if (syntax.IsExplicit) return true;
        var length = syntax.IsBigEndian ? (head[4] << 24) | (head[5] << 16) | (head[6] << 8) | head[7]
            : head[4] | (head[5] << 8) | (head[6] << 16) | (head[7] << 24);
        return length is >= 0 and < 1024 && DicomDictionary.VrOf(new((ushort)group, (ushort)element)) is not null;
    }

    /// <summary>True for what is hardly anything else than a data set: two elements of the first groups, one behind the other.</summary>
    public static bool IsCertain(ReadOnlySpan<byte> head)
    {
        if (!IsPlausible(head)) return false;
        var syntax = Guess(head);
        if (syntax.IsBigEndian && !syntax.IsExplicit) return false;
        var length = !syntax.IsExplicit ? head[4] | (head[5] << 8) | (head[6] << 16) | (head[7] << 24)
            : syntax.IsBigEndian ? (head[6] << 8) | head[7] : head[6] | (head[7] << 8);
        return length % 2 == 0 && 8 + length < head.Length && IsPlausible(head[(8 + length)..]);
    }

    private static DicomSyntax SyntaxOf(byte[] bytes, DicomDataset meta)
    {
        var rest = bytes.AsSpan(meta.End);
        if (meta.Find(0x00020010) is not { } named) return Guess(rest);
        var uid = Encoding.ASCII.GetString(named.In(bytes)).TrimEnd('\0', ' ');
        var syntax = DicomSyntax.Of(uid) ?? throw DicomFault.Of(ErrorCodes.UnsupportedFormat, "The transfer syntax is none that is known.");
        if (syntax.IsDeflated || rest.Length < 8 || syntax.IsEncapsulated) return syntax;
        var seen = Guess(rest); // some writers name another encoding than they use
        var isOther = seen.IsExplicit != syntax.IsExplicit || (seen.IsBigEndian != syntax.IsBigEndian && IsPlausible(rest));
        return isOther ? seen : syntax;
    }

    private static DicomSyntax Guess(ReadOnlySpan<byte> rest)
    {
        if (rest.Length < 8) return DicomSyntax.ExplicitLittle;
        var isBig = rest[0] == 0 && rest[1] != 0;
        var isExplicit = VrRules.Of(rest[4], rest[5]) is not null;
        return (isExplicit, isBig) switch
        {
            (true, false) => DicomSyntax.ExplicitLittle,
            (true, true) => DicomSyntax.ExplicitBig,
            (false, false) => DicomSyntax.ImplicitLittle,
            _ => DicomSyntax.ImplicitBig,
        };
    }

    /// <summary>What could grow beyond the limit is measured first, without being kept.</summary>
    private static byte[] Inflate(byte[] bytes, int start)
    {
        var packed = bytes.Length - start;
        var most = Math.Min(LargestInflated, Math.Max(FreeInflated, packed * MostGrowth));
        using var inflated = new MemoryStream();
        try
        {
            if (packed > FreeInflated / MostPacked) Inflate(bytes, start, most, Stream.Null);
            Inflate(bytes, start, most, inflated);
        }
        catch (Exception e) when (e is InvalidDataException or IOException) // also what zlib calls unexpected
        {
            throw DicomFault.Of(ErrorCodes.Malformed, "The deflated data set is broken.", e.GetType());
        }
        return inflated.ToArray();
    }

    private static void Inflate(byte[] bytes, int start, long most, Stream output)
    {
        using var deflate = new DeflateStream(new MemoryStream(bytes, start, bytes.Length - start), CompressionMode.Decompress);
        var chunk = new byte[1 << 16];
        var length = 0L;
        for (int read; (read = deflate.Read(chunk)) > 0;)
        {
            length += read;
            if (length > most) throw DicomFault.Of(ErrorCodes.TooLarge, "The data set unpacks to more than the memory limit.");
            output.Write(chunk.AsSpan(0, read));
        }
    }
}
