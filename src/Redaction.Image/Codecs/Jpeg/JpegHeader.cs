using System.Buffers.Binary;

namespace Redaction.Image;

/// <summary>What stands before the scan of a JPEG that has one baseline scan of grey or YCbCr (ITU-T T.81, annex B).</summary>
internal sealed class JpegHeader
{
    public const int Tables = 8;
    private readonly ushort[]?[] _steps = new ushort[]?[4];
    private readonly List<int> _stepsOf = [];
    private readonly JpegHuffman?[] _tables = new JpegHuffman?[Tables];
    private readonly List<Range> _segments = [];
    private bool _jfif;
    private int _transform = -1; // of the Adobe segment

    private JpegHeader() { }

    public int Width { get; private set; }
    public int Height { get; private set; }
    public JpegComponent[] Components { get; private set; } = [];
    public int RestartInterval { get; private set; }

    /// <summary>DC tables at 0 to 3, AC tables at 4 to 7.</summary>
    public JpegHuffman?[] Huffman => _tables;

    /// <summary>The segments that decoding needs, without the Huffman tables: DQT, SOF, DRI, SOS.</summary>
    public IReadOnlyList<Range> Segments => _segments;

    /// <summary>Where the scan's data begins.</summary>
    public int ScanStart { get; private set; }

    /// <summary>The quantisation steps in zigzag order of every component of any JPEG, progressive too;
    /// empty when they cannot be told.</summary>
    public static ushort[][] Steps(ReadOnlySpan<byte> file)
    {
        var header = new JpegHeader();
        return header.Walk(file, anyProcess: true) ? [.. header.Components.Select(static c => c.Steps)] : [];
    }

    /// <summary>Null when the file is something else: progressive, arithmetic, CMYK, several scans.</summary>
    public static JpegHeader? Read(ReadOnlySpan<byte> file)
    {
        var header = new JpegHeader();
        return header.Walk(file, anyProcess: false) && header.IsYCbCrOrGrey() ? header : null;
    }

    private bool Walk(ReadOnlySpan<byte> file, bool anyProcess)
    {
        for (var at = 2; at + 4 <= file.Length && file[at] == 0xFF;)
        {
            var marker = file[at + 1];
            if (marker == 0xFF) { at++; continue; }
            int length = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
            if (length < 2 || at + 2 + length > file.Length) return false;
            var body = file.Slice(at + 4, length - 2);
            var segment = at..(at + 2 + length);
            at += 2 + length;
            switch (marker)
            {
                case 0xDB when QuantisationTables(body): _segments.Add(segment); break;
                case 0xC0 or 0xC1 when Frame(body): _segments.Add(segment); break;
                case 0xC2 when anyProcess && Frame(body): break;
                case 0xC4 when HuffmanTables(body): break;
                case 0xDD when body.Length == 2:
                    RestartInterval = BinaryPrimitives.ReadUInt16BigEndian(body); _segments.Add(segment);
                    break;
                case 0xDA when !TakeSteps(): return false;
                case 0xDA when anyProcess: return true;
                case 0xDA when Scan(body): _segments.Add(segment); ScanStart = at; return true;
                case 0xE0: _jfif |= body.StartsWith("JFIF\0"u8); break;
                case 0xEE when body.Length >= 12 && body.StartsWith("Adobe"u8): _transform = body[11]; break;
                case >= 0xE1 and <= 0xEF or 0xFE: break;
                default: return false;
            }
        }
        return false;
    }

    private bool QuantisationTables(ReadOnlySpan<byte> body)
    {
        while (!body.IsEmpty)
        {
            int precision = body[0] >> 4, index = body[0] & 15, size = precision == 0 ? 64 : 128;
            if (precision > 1 || index > 3 || body.Length < 1 + size) return false;
            var steps = new ushort[64];
            for (var i = 0; i < 64; i++)
                steps[i] = precision == 0 ? body[1 + i] : BinaryPrimitives.ReadUInt16BigEndian(body[(1 + i * 2)..]);
            if (steps.Contains((ushort)0)) return false;
            _steps[index] = steps;
            body = body[(1 + size)..];
        }
        return true;
    }

    private bool HuffmanTables(ReadOnlySpan<byte> body)
    {
        while (!body.IsEmpty)
        {
            if (body.Length < 17 || body[0] >> 4 > 1 || (body[0] & 15) > 3) return false;
            var counts = body.Slice(1, 16);
            var total = 0;
            foreach (var count in counts) total += count;
            if (total > 256 || body.Length < 17 + total || JpegHuffman.From(counts, body.Slice(17, total)) is not { } table) return false;
            _tables[(body[0] >> 4) * 4 + (body[0] & 15)] = table;
            body = body[(17 + total)..];
        }
        return true;
    }

    private bool Frame(ReadOnlySpan<byte> body)
    {
        if (Components.Length > 0 || body.Length < 6 || body[0] != 8 || body.Length != 6 + body[5] * 3) return false;
        (Height, Width) = (BinaryPrimitives.ReadUInt16BigEndian(body[1..]), BinaryPrimitives.ReadUInt16BigEndian(body[3..]));
        var components = new JpegComponent[body[5]];
        for (var i = 0; i < components.Length; i++)
        {
            var entry = body.Slice(6 + i * 3, 3);
            int across = entry[1] >> 4, down = entry[1] & 15;
            if (across is < 1 or > 4 || down is < 1 or > 4 || entry[2] > 3) return false;
            components[i] = new(entry[0], across, down, []);
            _stepsOf.Add(entry[2]);
        }
        // a single component is not interleaved
        if (components.Length == 1) components[0] = components[0] with { Horizontal = 1, Vertical = 1 };
        int wide = components.Max(static c => c.Horizontal), high = components.Max(static c => c.Vertical);
        if (components.Any(c => wide % c.Horizontal != 0 || high % c.Vertical != 0)) return false;
        Components = components;
        return Height > 0 && Width > 0 && components.Length > 0;
    }

    /// <summary>Tables may stand behind the frame, but not behind the scan.</summary>
    private bool TakeSteps()
    {
        for (var i = 0; i < Components.Length; i++)
        {
            if (_steps[_stepsOf[i]] is not { } steps) return false;
            Components[i] = Components[i] with { Steps = steps };
        }
        return Components.Length > 0;
    }

    private bool Scan(ReadOnlySpan<byte> body)
    {
        if (Components.Length == 0 || body.Length != 4 + Components.Length * 2 || body[0] != Components.Length) return false;
        if (!body[^3..].SequenceEqual<byte>([0, 63, 0])) return false;
        for (var i = 0; i < Components.Length; i++)
        {
            var entry = body.Slice(1 + i * 2, 2);
            int dc = entry[1] >> 4, ac = 4 + (entry[1] & 15);
            if (entry[0] != Components[i].Id || dc > 3 || ac > 7 || _tables[dc] is null || _tables[ac] is null) return false;
            Components[i] = Components[i] with { Dc = dc, Ac = ac };
        }
        return true;
    }

    /// <summary>As libjpeg tells it: by the JFIF segment, else the Adobe segment, else the ids of the components.</summary>
    private bool IsYCbCrOrGrey() => Components.Length switch
    {
        1 => true,
        3 when _jfif => true,
        3 when _transform >= 0 => _transform == 1,
        3 => (Components[0].Id, Components[1].Id, Components[2].Id) != ('R', 'G', 'B'),
        _ => false,
    };
}
