using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Redaction.Documents.Pdf;

/// <summary>Writes a file anew: every object that the root leads to, and no other.</summary>
internal sealed class PdfOutput(Stream output, PdfFile file, PdfRewriter objects)
{
    private readonly Dictionary<int, int> _numbers = [];
    private readonly Queue<int> _waiting = new();
    private readonly List<long> _offsets = [];
    private long _position;

    /// <summary>Numbers of the objects that were written.</summary>
    public IReadOnlyCollection<int> Written => _numbers.Keys;

    public void Write()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Put(hash, Encoding.Latin1.GetBytes($"%PDF-{file.Version}\n%\u00E2\u00E3\u00CF\u00D3\n"));
        var root = Number(file.NumberOf(file.Trailer["Root"]) is > 0 and var number ? number
            : objects.Make(objects.Copy(file.Trailer["Root"])).Number);
        var info = Info();
        var buffer = new MemoryStream();
        var serializer = new PdfSerializer(buffer, Number);
        while (_waiting.TryDequeue(out number))
        {
            buffer.SetLength(0);
            buffer.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{_offsets.Count + 1} 0 obj\n")));
            serializer.Write(objects.Object(number));
            buffer.Write("\nendobj\n"u8);
            _offsets.Add(_position);
            Put(hash, buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
        }
        var id = Convert.ToHexString(hash.GetHashAndReset().AsSpan(0, 16));
        var trailer = string.Create(CultureInfo.InvariantCulture,
            $"/Root {root} 0 R{(info > 0 ? $"/Info {info} 0 R" : "")}/ID[<{id}><{id}>]");
        PdfTable.Write(output, _offsets, trailer, _position);
    }

    private int Info()
    {
        if (file.NumberOf(file.Trailer["Info"]) is > 0 and var number) return Number(number);
        return file.Trailer["Info"] is PdfDictionary info
            ? Number(objects.Make(objects.Entries(info, new(PdfRole.Any, "Info", null))).Number) : 0;
    }

    private int Number(int number)
    {
        if (_numbers.TryGetValue(number, out var known)) return known;
        _waiting.Enqueue(number);
        return _numbers[number] = _numbers.Count + 1;
    }

    private void Put(IncrementalHash hash, ReadOnlySpan<byte> bytes)
    {
        output.Write(bytes);
        hash.AppendData(bytes);
        _position += bytes.Length;
    }
}
