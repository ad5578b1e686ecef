using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Redaction.Documents.Pdf;

/// <summary>Writes a content stream without the glyphs that go: what is left stays where it was, and boxes are drawn there.</summary>
/// <param name="file">The file.</param>
/// <param name="fonts">Its fonts.</param>
/// <param name="objects">Copies objects without what the policy takes out.</param>
internal sealed class ContentEditor(PdfFile file, PdfFonts fonts, IObjectCopier objects) : IDisposable
{
    /// <summary>The operators of ISO 32000-2 annex A.</summary>
    private static readonly FrozenSet<string> s_operators = (
        "b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP n q Q re RG rg ri "
        + "s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' \"").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private readonly StringBuilder _boxes = new();
    private readonly MemoryStream _output = new();
    private readonly Stack<MarkStart> _marks = new();
    private bool _isChanged;
    private int _index;

    private readonly record struct MarkStart(long Position, int Length, PdfDictionary? Properties, string Tag, int First);

    public void Dispose() => _output.Dispose();

    /// <summary>The stream as it is to be written; null where nothing changes.</summary>
    /// <param name="content">Without filters.</param>
    /// <param name="resources">What it names.</param>
    /// <param name="removed">Numbers of the glyphs that go.</param>
    /// <param name="images">Asked about each inline image: true when it has to go.</param>
    public byte[]? Edit(
        ReadOnlyMemory<byte> content, PdfDictionary resources, IReadOnlySet<int> removed,
        Func<PdfDictionary, ReadOnlyMemory<byte>, bool> images)
    {
        var reader = new ContentReader(file, content);
        var state = new TextState(file, fonts, resources, Matrix.Identity);
        var hasComment = content.Span.Contains((byte)'%');
        var (end, isText, isGlyph) = (0, false, false);
        while (reader.Next() is { } operation)
        {
            var glyphs = state.Apply(operation);
            if (hasComment) _output.WriteByte((byte)'\n');
            else _output.Write(content.Span[end..operation.Start]);
            end = operation.End;
            isGlyph |= operation.Operator is "d0" or "d1";
            isText = operation.Operator == "BT" || (isText && operation.Operator != "ET");
            var isOdd = reader.SawJunk; // written from what was read of it
            _isChanged |= isOdd;
            if (IsShow(operation.Operator)) Show(in operation, content, glyphs, removed, hasComment || isOdd);
            else if (operation.Operator == "BI") Image(in operation, content, isOdd ? static (_, _) => true : images);
            else if (operation.Operator is "BDC" or "BMC") Begin(in operation, content, hasComment || isOdd);
            else if (operation.Operator == "EMC" && _marks.Count > 0)
            {
                End(removed);
                _isChanged |= operation.Operands.Count > 0; // which it has none of
                _output.Write("EMC"u8);
            }
            else Other(in operation, content, hasComment || isOdd);
        }
        _isChanged |= hasComment;
        if (!_isChanged) return null;
        if (_boxes.Length == 0 || isGlyph) return _output.ToArray(); // of a glyph, the first operator says its width
        return Boxed(state.Depth, isText);
    }

    /// <summary>The boxes are drawn last, in the space in which the stream begins.</summary>
    private byte[] Boxed(int depth, bool isText)
    {
        var whole = new MemoryStream();
        whole.Write("q\n"u8);
        whole.Write(_output.GetBuffer().AsSpan(0, (int)_output.Length));
        if (isText) whole.Write("\nET"u8);
        for (var i = 0; i <= depth; i++) whole.Write("\nQ"u8);
        whole.Write("\nq 0 g\n"u8);
        whole.Write(Encoding.ASCII.GetBytes(_boxes.ToString()));
        whole.Write("Q\n"u8);
        return whole.ToArray();
    }

    private static bool IsShow(string name) => name is "Tj" or "TJ" or "'" or "\"";

    private void Show(
        in ContentOperation operation, ReadOnlyMemory<byte> content, IReadOnlyList<ShownGlyph> glyphs, IReadOnlySet<int> removed,
        bool hasComment)
    {
        var first = _index;
        _index += glyphs.Count;
        var goes = false;
        for (var i = 0; i < glyphs.Count && !goes; i++) goes = removed.Contains(first + i);
        var isUsual = operation.Operands.Count == (operation.Operator == "\"" ? 3 : 1)
            && operation.Operands[^1] is PdfString or PdfArray && !HasOther(operation.Operands[^1]);
        if (!goes && isUsual && !hasComment)
        {
            _output.Write(content.Span[operation.Start..operation.End]);
            return;
        }
        _isChanged = true;
        if (operation.Operator is "'" or "\"")
        {
            if (operation.Operator == "\"")
                Write(string.Create(CultureInfo.InvariantCulture,
                    $"{PdfNumber.Write(operation.Number(0))} Tw {PdfNumber.Write(operation.Number(1))} Tc "));
            Write("T* ");
        }
        if (operation.Operands.Count > 0) ShowWriter.Write(operation.Operands[^1], glyphs, i => removed.Contains(first + i), _output);
        BoxWriter.Add(glyphs, i => removed.Contains(first + i), _boxes);
    }

    private static bool HasOther(PdfObject operand) =>
        operand is PdfArray array && array.Items.Exists(static i => i is not (PdfString or PdfNumber));

    private void Begin(in ContentOperation operation, ReadOnlyMemory<byte> content, bool hasComment)
    {
        var start = _output.Length;
        Other(in operation, content, hasComment);
        _marks.Push(new(start, (int)(_output.Length - start), operation.Operands is [.., PdfDictionary own] ? own : null,
            operation.Name(0) ?? "Span", _index));
    }

    /// <summary>What says in other words what is shown goes with a glyph of it.</summary>
    private void End(IReadOnlySet<int> removed)
    {
        var mark = _marks.Pop();
        if (mark.Properties is not { } own || !(own.Has("ActualText") || own.Has("Alt") || own.Has("E"))) return;
        var goes = false;
        for (var i = mark.First; i < _index && !goes; i++) goes = removed.Contains(i);
        if (!goes) return;
        _isChanged = true;
        var from = (int)mark.Position + mark.Length;
        var tail = _output.GetBuffer().AsSpan(from, (int)_output.Length - from).ToArray();
        _output.SetLength(mark.Position);
        var writer = new PdfSerializer(_output, static n => n);
        writer.Write(new PdfName(objects.Name(mark.Tag)));
        _output.WriteByte((byte)' ');
        writer.Write(objects.Copy(own.Without("ActualText", "Alt", "E")));
        _output.Write(" BDC"u8);
        _output.Write(tail);
    }

    private void Image(in ContentOperation operation, ReadOnlyMemory<byte> content, Func<PdfDictionary, ReadOnlyMemory<byte>, bool> images)
    {
        if (operation.Operands is [PdfDictionary dictionary] && !images(dictionary, operation.Image))
        {
            _output.Write(content.Span[operation.Start..operation.End]);
            return;
        }
        _isChanged = true;
        Write("q 0 g 0 0 1 1 re f Q");
    }

    /// <summary>Any other operator: its strings and names are searched like those of objects.</summary>
    private void Other(in ContentOperation operation, ReadOnlyMemory<byte> content, bool hasComment)
    {
        if (!s_operators.Contains(operation.Operator))
        {
            _isChanged = true; // no reader carries out what the standard does not know
            return;
        }
        if (!hasComment && operation.Operands.TrueForAll(static o => o is PdfNumber or PdfWord))
        {
            _output.Write(content.Span[operation.Start..operation.End]);
            return;
        }
        var isSame = true;
        var copies = new List<PdfObject>(operation.Operands.Count);
        foreach (var operand in operation.Operands)
        {
            var copy = operand is PdfNumber or PdfWord ? operand : objects.Copy(operand);
            isSame &= ReferenceEquals(copy, operand);
            copies.Add(copy);
        }
        if (isSame && !hasComment)
        {
            _output.Write(content.Span[operation.Start..operation.End]);
            return;
        }
        _isChanged |= !isSame;
        var writer = new PdfSerializer(_output, static n => n);
        foreach (var copy in copies)
        {
            writer.Write(copy);
            _output.WriteByte((byte)' ');
        }
        Write(operation.Operator);
    }

    private void Write(string text) => _output.Write(Encoding.Latin1.GetBytes(text));
}
