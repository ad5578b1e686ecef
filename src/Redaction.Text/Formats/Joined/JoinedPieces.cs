using System.Buffers;
using System.Text;

namespace Redaction.Text;

/// <summary>Texts that stand apart in a document and may hold one value together: elements of a list, literals that a program
/// joins.</summary>
/// <param name="redactor">Plans what is joined.</param>
internal sealed class JoinedPieces(TextRedactor redactor)
{
    private const int FewestDigits = 7;
    private const double ShortPiece = 3.4;
    private readonly List<string> _pieces = [];
    private readonly List<int> _starts = [];
    private readonly StringBuilder _text = new();
    private readonly ArrayBufferWriter<char> _written = new();
    private string?[] _results = [];

    /// <summary>False where only what is covered is to be known: no operator sees a value, and the results are of no use.</summary>
    public bool Writes { get; set; } = true;

    /// <summary>Number of pieces.</summary>
    public int Count => _pieces.Count;

    /// <summary>What becomes of a piece; null where nothing that goes over several begins, goes on or ends in it.</summary>
    public string? this[int piece] => piece < _results.Length ? _results[piece] : null;

    /// <summary>Forgets all pieces.</summary>
    public void Clear()
    {
        _pieces.Clear();
        _text.Clear();
        _written.Clear();
        _results = [];
    }

    /// <summary>Adds the next piece.</summary>
    public void Add(string piece) => _pieces.Add(piece);

    /// <summary>Plans values that tell by themselves what they are and go over several pieces: joined by spaces, without them around the
    /// signs of addresses, and, where the pieces are characters or parts of words, by nothing.</summary>
    /// <param name="context">What rules may match on.</param>
    /// <returns>What is to be told of; null where there is nothing.</returns>
    public JoinedPlan? PlanCertain(RedactionContext context)
    {
        if (!MayHoldValue()) return null;
        if (_pieces.Sum(static p => p.Length) <= ShortPiece * _pieces.Count)
            return PlanCertain(static (_, _) => "", context) ?? PlanCertain(static (_, _) => " ", context);
        return PlanCertain(static (_, _) => " ", context)
            ?? PlanCertain(static (left, right) => IsSign(left) || IsSign(right) ? "" : " ", context);
    }

    /// <summary>Plans whatever stands in the pieces, which are the words of a text.</summary>
    public JoinedPlan? PlanWords(RedactionContext context)
    {
        Join(static (_, _) => " ");
        var text = _text.ToString();
        return Apply(text, redactor.Plan(text, context), static _ => true);
    }

    private bool MayHoldValue()
    {
        var digits = 0;
        foreach (var piece in _pieces)
        {
            if (piece.Contains('@', StringComparison.Ordinal)) return true;
            digits += Digits.Count(piece);
        }
        return digits >= FewestDigits;
    }

    private static bool IsSign(string piece) => piece is "@" or "." or "-" or "_" or "+" or "/" or ":";

    private JoinedPlan? PlanCertain(Func<string, string, string> separator, RedactionContext context)
    {
        Join(separator);
        var text = _text.ToString();
        return Apply(text, redactor.PlanName(text, context), item => GoesOver(item.Finding.Region));
    }

    private void Join(Func<string, string, string> separator)
    {
        _text.Clear();
        _starts.Clear();
        for (var i = 0; i < _pieces.Count; i++)
        {
            if (i > 0) _text.Append(separator(_pieces[i - 1], _pieces[i]));
            _starts.Add(_text.Length);
            _text.Append(_pieces[i]);
        }
        _starts.Add(int.MaxValue);
    }

    private bool GoesOver(TextSpan span) => PieceAt(span.Start) != PieceAt(span.End - 1);

    private int PieceAt(int position)
    {
        var index = _starts.BinarySearch(position);
        return index >= 0 ? index : ~index - 1;
    }

    private JoinedPlan? Apply(string text, RedactionPlan<TextSpan> plan, Func<PlannedRedaction<TextSpan>, bool> counts)
    {
        var items = plan.Items.Where(counts).ToList();
        if (items.Count == 0) return null;
        _results = new string?[_pieces.Count];
        var applied = new RedactionPlan<TextSpan>(plan.PolicyId, [.. items], 0);
        if (Writes) redactor.Writer.Observe(text, applied);
        foreach (var item in items.OrderByDescending(static i => i.Finding.Region.Start)) Replace(text, item);
        return new(text, applied);
    }

    /// <summary>The first piece takes what is written for the value, the others lose their parts of it.</summary>
    private void Replace(string text, PlannedRedaction<TextSpan> item)
    {
        var span = item.Finding.Region;
        _written.ResetWrittenCount();
        if (Writes) redactor.Writer.WriteReplacement(text.AsSpan(span.Start, span.Length), in item, _written);
        var first = PieceAt(span.Start);
        for (var i = PieceAt(span.End - 1); i >= first; i--)
        {
            var piece = _results[i] ?? _pieces[i];
            var from = Math.Clamp(span.Start - _starts[i], 0, _pieces[i].Length);
            var to = Math.Clamp(span.End - _starts[i], from, _pieces[i].Length);
            _results[i] = string.Concat(piece.AsSpan(0, from), i == first ? _written.WrittenSpan : default, piece.AsSpan(to));
        }
    }
}
