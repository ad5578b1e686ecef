using System.Buffers;
using System.Globalization;
using System.Text;

namespace Redaction.Documents.Pdf;

/// <summary>Writes objects.</summary>
/// <param name="output">Receives them.</param>
/// <param name="number">The number that an object has in the output.</param>
internal sealed class PdfSerializer(Stream output, Func<int, int> number)
{
    private static readonly SearchValues<char> s_plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!\"$&'*+,-.:;=?@\\^_`|~");

    public void Write(PdfObject value)
    {
        switch (value)
        {
            case PdfWord word: output.Write(Encoding.Latin1.GetBytes(word.Word)); break;
            case PdfNumber n: output.Write(n.Written.Span); break;
            case PdfName name: Write(name.Name); break;
            case PdfString text: Write(text); break;
            case PdfReference reference:
                output.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{number(reference.Number)} 0 R")));
                break;
            case PdfArray array: Write(array); break;
            case PdfDictionary dictionary: Write(dictionary); break;
            case PdfStream stream: Write(stream); break;
        }
    }

    private void Write(string name)
    {
        output.WriteByte((byte)'/');
        foreach (var c in name)
        {
            if (s_plain.Contains(c)) output.WriteByte((byte)c);
            else output.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"#{c & 255:X2}")));
        }
    }

    private void Write(PdfString text)
    {
        if (text.IsHex)
        {
            output.WriteByte((byte)'<');
            output.Write(Encoding.ASCII.GetBytes(Convert.ToHexString(text.Bytes)));
            output.WriteByte((byte)'>');
            return;
        }
        output.WriteByte((byte)'(');
        foreach (var b in text.Bytes)
        {
            if (b is (byte)'(' or (byte)')' or (byte)'\\') output.WriteByte((byte)'\\');
            if (b == '\r') output.Write("\\r"u8); // read back as a line feed otherwise
            else output.WriteByte(b);
        }
        output.WriteByte((byte)')');
    }

    private void Write(PdfArray array)
    {
        output.WriteByte((byte)'[');
        for (var i = 0; i < array.Items.Count; i++)
        {
            if (i > 0) output.WriteByte((byte)' ');
            Write(array.Items[i]);
        }
        output.WriteByte((byte)']');
    }

    private void Write(PdfDictionary dictionary)
    {
        output.Write("<<"u8);
        foreach (var (key, value) in dictionary.Entries)
        {
            Write(key);
            output.WriteByte((byte)' ');
            Write(value);
        }
        output.Write(">>"u8);
    }

    private void Write(PdfStream stream)
    {
        var dictionary = stream.Dictionary.Without("Length");
        dictionary["Length"] = new PdfNumber(stream.Data.Length);
        Write(dictionary);
        output.Write("\nstream\n"u8);
        output.Write(stream.Data.Span);
        output.Write("\nendstream"u8);
    }
}
