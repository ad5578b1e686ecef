using System.Globalization;
using System.Text;

namespace Redaction.Documents.Pdf;

/// <summary>Writes the cross-reference table and the trailer.</summary>
internal static class PdfTable
{
    /// <param name="output">Holds the objects.</param>
    /// <param name="offsets">Where each begins; the first has number 1.</param>
    /// <param name="trailer">Entries of the trailer besides its size.</param>
    /// <param name="position">Where the table begins; the output's length where it is not given.</param>
    public static void Write(Stream output, IReadOnlyList<long> offsets, string trailer, long position = -1)
    {
        if (position < 0) position = output.Length;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets) text.Append(CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n \n");
        text.Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {offsets.Count + 1}{trailer}>>\nstartxref\n{position}\n%%EOF\n");
        output.Write(Encoding.ASCII.GetBytes(text.ToString()));
    }
}
