using System.IO.Compression;
using PigDictionary = UglyToad.PdfPig.Tokens.DictionaryToken;
using PigName = UglyToad.PdfPig.Tokens.NameToken;
using PigNumber = UglyToad.PdfPig.Tokens.NumericToken;
using PigToken = UglyToad.PdfPig.Tokens.IToken;

namespace Redaction.Documents.Pdf;

/// <summary>Takes the filters off a stream (ISO 32000-2 section 7.4), up to a size that protects memory.</summary>
internal static class PdfFilters
{
    /// <summary>The largest stream, in bytes.</summary>
    public const int Largest = 256 << 20;

    /// <summary>How many times as long packed data can become (RFC 1951).</summary>
    private const int MostGrowth = 1032;

    // Text and operators are packed to a tenth; what grows more than a hundredfold to more than this is made to take time and memory.
    private const int FreeUnpacked = 64 << 20, MostPacked = 100;

    private const int MostFilters = 8;

    /// <summary>Filters whose output is a picture that another codec decodes.</summary>
    public static bool IsPicture(string filter) => filter is "DCTDecode" or "DCT" or "JPXDecode" or "JBIG2Decode";

    /// <summary>The names of the filters, in order, and their parameters.</summary>
    public static List<(string Name, PdfDictionary? Parameters)> Of(PdfFile file, PdfDictionary stream)
    {
        var filters = file.List(stream["Filter"]);
        var parameters = file.List(stream["DecodeParms"]);
        var read = new List<(string, PdfDictionary?)>();
        for (var i = 0; i < filters.Count; i++)
            if (file.Resolve(filters[i]) is PdfName name)
                read.Add((name.Name, i < parameters.Count ? file.Resolve(parameters[i]) as PdfDictionary : null));
        if (read.Count > MostFilters) throw new RedactionException(ErrorCodes.TooLarge, "pdf", "A stream has too many filters.");
        return read;
    }

    /// <summary>The data without its filters; null where one is not known. Stops before a filter whose output is a picture.</summary>
    /// <param name="file">Holds what is referred to.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="picture">The filter that is still on; null for none.</param>
    /// <exception cref="RedactionException">It is too large.</exception>
    public static ReadOnlyMemory<byte>? Decode(PdfFile file, PdfStream stream, out string? picture)
    {
        picture = null;
        var data = stream.Data;
        var isImage = stream.Dictionary["Subtype"] is PdfName { Name: "Image" };
        var most = isImage ? Largest : (int)Math.Clamp((long)data.Length * MostPacked, FreeUnpacked, Largest);
        foreach (var (name, parameters) in Of(file, stream.Dictionary))
        {
            if (IsPicture(name))
            {
                picture = name;
                return data;
            }
            if (Decode(file, name, parameters, data, stream.Dictionary, most) is not { } decoded) return null;
            data = decoded;
        }
        if (!isImage) file.Spend(data.Length);
        return data;
    }

    private static ReadOnlyMemory<byte>? Decode(
        PdfFile file, string name, PdfDictionary? parameters, ReadOnlyMemory<byte> data, PdfDictionary stream, int most)
        => name switch
        {
            "FlateDecode" or "Fl" => PdfPredictor.Undo(file, Inflate(data, most), parameters),
            "LZWDecode" or "LZW" => PdfPredictor.Undo(
                file, PdfLzw.Decode(data.Span, file.Number(parameters?["EarlyChange"], 1) != 0, most), parameters),
            "ASCII85Decode" or "A85" => PdfAscii.From85(data.Span),
            "ASCIIHexDecode" or "AHx" => PdfAscii.FromHex(data.Span),
            "RunLengthDecode" or "RL" => PdfAscii.FromRuns(data.Span, most),
            "CCITTFaxDecode" or "CCF" => Fax(file, parameters, data, stream),
            "Crypt" => data, // taken off when the file was opened
            _ => null,
        };

    /// <summary>Broken data gives what could be read of it, as readers do.</summary>
    /// <param name="data">Packed.</param>
    /// <param name="most">The largest that it may become, in bytes.</param>
    /// <exception cref="RedactionException">It becomes larger.</exception>
    public static ReadOnlyMemory<byte> Inflate(ReadOnlyMemory<byte> data, int most = Largest)
    {
        // What could grow beyond the limit is measured first, without being kept.
        if (data.Length > most / MostGrowth) Inflate(data, isZlib: true, isCount: true, most);
        var read = Inflate(data, isZlib: true, isCount: false, most);
        return read.IsEmpty && data.Length > 2 ? Inflate(data[2..], isZlib: false, isCount: false, most) : read;
    }

    private static ReadOnlyMemory<byte> Inflate(ReadOnlyMemory<byte> data, bool isZlib, bool isCount, int most)
    {
        using var input = new MemoryStream(data.ToArray(), writable: false);
        using Stream inflater = isZlib
            ? new ZLibStream(input, CompressionMode.Decompress) : new DeflateStream(input, CompressionMode.Decompress);
        var output = new MemoryStream((int)Math.Min(data.Length * 4L, 1 << 20));
        var chunk = new byte[Math.Clamp(data.Length * 4L, 256, 1 << 16)];
        var length = 0L;
        try
        {
            for (int read; (read = inflater.Read(chunk)) > 0;)
            {
                length += read;
                if (length > most) throw TooLarge(most);
                if (!isCount) output.Write(chunk, 0, read);
            }
        }
        catch (Exception e) when (e is InvalidDataException or IOException) // also what zlib calls unexpected
        {
            // What was read so far counts.
        }
        return output.GetBuffer().AsMemory(0, (int)output.Length);
    }

    private static ReadOnlyMemory<byte>? Fax(PdfFile file, PdfDictionary? parameters, ReadOnlyMemory<byte> data, PdfDictionary stream)
    {
        var (width, height) = (file.Number(stream["Width"], 0), file.Number(stream["Height"], 0));
        var columns = file.Number(parameters?["Columns"], 1728);
        if (columns is <= 0 or > 1 << 20 || (double)columns * Math.Max(height, 1) / 8 > Largest || width <= 0) return null;
        var fax = new Dictionary<PigName, PigToken>
        {
            [PigName.Create("K")] = new PigNumber(file.Number(parameters?["K"], 0)),
            [PigName.Create("Columns")] = new PigNumber(columns),
            [PigName.Create("Rows")] = new PigNumber(file.Number(parameters?["Rows"], height)),
            [PigName.Create("BlackIs1")] = Flag(file, parameters, "BlackIs1", false),
            [PigName.Create("EncodedByteAlign")] = Flag(file, parameters, "EncodedByteAlign", false),
            [PigName.Create("EndOfLine")] = Flag(file, parameters, "EndOfLine", false),
            [PigName.Create("EndOfBlock")] = Flag(file, parameters, "EndOfBlock", true),
        };
        var dictionary = new PigDictionary(new Dictionary<PigName, PigToken>
        {
            [PigName.Create("Filter")] = PigName.Create("CCITTFaxDecode"),
            [PigName.Create("DecodeParms")] = new PigDictionary(fax),
            [PigName.Create("Width")] = new PigNumber(width),
            [PigName.Create("Height")] = new PigNumber(height),
        });
        var provider = UglyToad.PdfPig.Filters.DefaultFilterProvider.Instance;
        return Pig.Try(() => provider.GetFilters(dictionary)[0].Decode(data.ToArray(), dictionary, provider, 0), out var decoded)
            ? decoded : null;
    }

    private static UglyToad.PdfPig.Tokens.BooleanToken Flag(PdfFile file, PdfDictionary? parameters, string key, bool otherwise) =>
        (parameters is null ? otherwise : file.Resolve(parameters[key]) switch
        {
            PdfWord word => word.Word == "true" || (word.Word != "false" && otherwise),
            _ => otherwise,
        }) ? UglyToad.PdfPig.Tokens.BooleanToken.True : UglyToad.PdfPig.Tokens.BooleanToken.False;

    internal static RedactionException TooLarge(int most = Largest) => new(ErrorCodes.TooLarge, "pdf", most == Largest
        ? "A stream is larger than 256 MiB." : "A stream becomes a hundred times as large, and larger than 64 MiB.");
}
