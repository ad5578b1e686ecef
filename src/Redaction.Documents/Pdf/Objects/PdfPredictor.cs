namespace Redaction.Documents.Pdf;

/// <summary>Undoes the predictors of PNG and TIFF (ISO 32000-2 section 7.4.4.4).</summary>
internal static class PdfPredictor
{
    private const int WidestRow = 64 << 20;

    public static ReadOnlyMemory<byte> Undo(PdfFile file, ReadOnlyMemory<byte> data, PdfDictionary? parameters)
    {
        var predictor = file.Number(parameters?["Predictor"], 1);
        if (predictor <= 1) return data;
        var colors = Math.Clamp(file.Number(parameters?["Colors"], 1), 1, 64);
        var bits = Math.Clamp(file.Number(parameters?["BitsPerComponent"], 8), 1, 16);
        var columns = Math.Clamp(file.Number(parameters?["Columns"], 1), 1, WidestRow / colors);
        var row = ((int)Math.Min((long)columns * colors * bits, WidestRow * 8L) + 7) / 8;
        var pixel = Math.Max(1, colors * bits / 8);
        return predictor == 2 ? Tiff(data.Span, row, colors, bits) : Png(data.Span, row, pixel);
    }

    private static byte[] Tiff(ReadOnlySpan<byte> data, int row, int colors, int bits)
    {
        var output = data.ToArray();
        if (bits != 8) return output; // other depths are not in use
        for (var start = 0; start < output.Length; start += row)
            for (var i = start + colors; i < Math.Min(start + row, output.Length); i++) output[i] += output[i - colors];
        return output;
    }

    private static byte[] Png(ReadOnlySpan<byte> data, int row, int pixel)
    {
        var rows = (data.Length + row) / (row + 1);
        var output = new byte[(long)rows * row];
        var above = new byte[row];
        var length = 0;
        for (var y = 0; y < rows; y++)
        {
            var line = data.Slice(y * (row + 1), Math.Min(row + 1, data.Length - y * (row + 1)));
            if (line.Length < 2) break;
            var target = output.AsSpan(y * row, row);
            line[1..].CopyTo(target);
            Row(line[0], target, above, pixel);
            target.CopyTo(above);
            length += line.Length - 1;
        }
        return length == output.Length ? output : output[..length];
    }

    private static void Row(byte kind, Span<byte> row, ReadOnlySpan<byte> above, int pixel)
    {
        for (var i = 0; i < row.Length; i++)
        {
            int left = i >= pixel ? row[i - pixel] : 0, up = above[i], corner = i >= pixel ? above[i - pixel] : 0;
            row[i] += (byte)(kind switch { 1 => left, 2 => up, 3 => (left + up) / 2, 4 => Paeth(left, up, corner), _ => 0 });
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        var guess = left + up - corner;
        var (a, b, c) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }
}
