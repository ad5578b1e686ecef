using System.Text;
using Redaction.Text;

namespace Redaction.Documents.Dicom;

/// <summary>The character set of a data set (PS3.3 section C.12.1.1.2), with code extensions (PS3.5 section 6.1.2.5).</summary>
internal sealed class CharacterSet
{
    private readonly Encoding? _encoding;
    private readonly bool _hasExtensions;

    private CharacterSet(Encoding? encoding, bool hasExtensions) => (_encoding, _hasExtensions) = (encoding, hasExtensions);

    /// <summary>The default repertoire. Files that name no set and hold more are read as Latin-1, in which no byte is lost.</summary>
    public static CharacterSet Default { get; } = new(Encoding.Latin1, false);

    /// <summary>The set of the values of Specific Character Set; one that is not known reads ASCII only.</summary>
    public static CharacterSet Of(string terms)
    {
        var all = terms.Split('\\');
        var first = all[0].Trim();
        var hasExtensions = all.Length > 1 || first.StartsWith("ISO 2022", StringComparison.Ordinal);
        return first.Length == 0 || first is "ISO_IR 6" or "ISO 2022 IR 6" ? new(Encoding.Latin1, hasExtensions)
            : new(PageOf(first) is var page and > 0 ? EncodingOf(page) : null, hasExtensions);
    }

    private static Encoding? EncodingOf(int page) =>
        page switch { 28591 => Encoding.Latin1, 65001 => CodePages.Utf8, _ => CodePages.Of(page) };

    /// <summary>The text of a value; null when it is not in the set.</summary>
    public string? Decode(ReadOnlySpan<byte> value)
    {
        if (Ascii.IsValid(value) && !(_hasExtensions && value.Contains((byte)0x1B))) return Encoding.ASCII.GetString(value);
        try
        {
            return _hasExtensions && value.Contains((byte)0x1B) ? DecodeExtended(value) : _encoding?.GetString(value);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>The bytes of a text; what the set lacks becomes a question mark.</summary>
    public byte[] Encode(string text) =>
        Ascii.IsValid(text) || _encoding is null ? Encoding.ASCII.GetBytes(text) : _encoding.GetBytes(text);

    private string? DecodeExtended(ReadOnlySpan<byte> value)
    {
        var text = new StringBuilder();
        var (encoding, isShifted) = (_encoding, false);
        while (true)
        {
            var next = value.IndexOf((byte)0x1B);
            var run = next < 0 ? value : value[..next];
            if (!run.IsEmpty && Append(run, encoding, isShifted, text) is false) return null;
            if (next < 0) return text.ToString();
            var length = EscapeLength(value[next..]);
            if (length == 0) return null;
            var escape = Encoding.ASCII.GetString(value.Slice(next + 1, length - 1));
            if (escape is "(B" or "(J") isShifted = false;
            else if (EscapedPage(escape) is not 0 and var page) (encoding, isShifted) = (EncodingOf(page), escape is "$B" or "$@");
            else return null;
            value = value[(next + length)..];
        }
    }

    /// <summary>Sets of two bytes whose first bit is clear are those of EUC with the bit set.</summary>
    private static bool Append(ReadOnlySpan<byte> run, Encoding? encoding, bool isShifted, StringBuilder text)
    {
        if (!isShifted)
        {
            if (encoding is null && !Ascii.IsValid(run)) return false;
            text.Append((encoding ?? Encoding.ASCII).GetString(run));
            return true;
        }
        var raised = new byte[run.Length];
        for (var i = 0; i < run.Length; i++) raised[i] = run[i] > ' ' ? (byte)(run[i] | 0x80) : run[i];
        text.Append(encoding!.GetString(raised));
        return true;
    }

    private static int EscapeLength(ReadOnlySpan<byte> from)
    {
        var length = 1;
        while (length < from.Length && length < 4 && from[length] is >= 0x20 and <= 0x2F) length++;
        return length > 1 && length < from.Length ? length + 1 : 0;
    }

    private static int EscapedPage(string escape) => escape switch
    {
        "-A" => 28591,
        "-B" => 28592,
        "-C" => 28593,
        "-D" => 28594,
        "-F" => 28597,
        "-G" => 28596,
        "-H" => 28598,
        "-L" => 28595,
        "-M" => 28599,
        "-b" => 28605,
        "-T" => 874,
        ")I" => 932,
        "$B" or "$@" => 51932,
        "$)C" => 949,
        "$)A" => 936,
        _ => 0,
    };

    private static int PageOf(string term) => term.Replace("ISO 2022 IR", "ISO_IR", StringComparison.Ordinal) switch
    {
        "ISO_IR 100" => 28591,
        "ISO_IR 101" => 28592,
        "ISO_IR 109" => 28593,
        "ISO_IR 110" => 28594,
        "ISO_IR 144" => 28595,
        "ISO_IR 127" => 28596,
        "ISO_IR 126" => 28597,
        "ISO_IR 138" => 28598,
        "ISO_IR 148" => 28599,
        "ISO_IR 203" => 28605,
        "ISO_IR 13" => 932,
        "ISO_IR 166" => 874,
        "ISO_IR 149" => 949,
        "ISO_IR 58" => 936,
        "ISO_IR 87" or "ISO_IR 159" => 51932,
        "ISO_IR 192" => 65001,
        "GB18030" => 54936,
        "GBK" => 936,
        _ => 0,
    };
}
