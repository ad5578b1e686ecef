using System.Buffers;
using System.Collections.Immutable;
using System.Net;

namespace Redaction.Text;

/// <summary>
/// Reads markup as people see it. The text of the flow is one view, without tags,
/// so that a value is found whatever tags stand in it. Attribute values, comments and scripts are another.
/// Redacting a value leaves the tags inside it where they are.
/// </summary>
internal sealed class MarkupReading(DocumentJob job, bool isHtml) : ITextReading
{
    private static readonly SearchValues<char> s_valueEnds = SearchValues.Create(" \t\r\n\f");
    private static readonly SearchValues<char> s_nameEnds = SearchValues.Create(" \t\r\n\f/=");

    private readonly List<TextSpan> _tags = [];
    private readonly TextView _flow = new();
    private readonly TextView _aside = new();
    private readonly ArrayBufferWriter<char> _replacement = new();
    private readonly MarkupAccount _account = new();
    private readonly MarkupNames _names = new(job);
    private readonly MarkupPlaces _places = new(isHtml);
    private readonly MarkupEntities _entities = new();
    private readonly MarkupJoints _joints = new();

    public DeclarationSyntax Declares => DeclarationSyntax.Markup;

    public RedactionPlan<TextSpan> Plan(ReadOnlySpan<char> window, bool isLast)
    {
        Read(window, isLast);
        var context = job.Context with { Around = _places.Flow };
        var flow = job.Redactor.Plan(_flow.Text, context);
        var joints = _joints.Plan(job.Redactor, job.Context, _flow.Text, flow);
        var aside = job.Redactor.Plan(_aside.Text, job.Context with { Around = _places.Aside });
        if (flow.Items.Length + joints.Length + aside.Items.Length + flow.Kept + aside.Kept + _names.Items.Count == 0) return flow;
        var inFlow = isHtml ? flow.Items : flow.Items.SelectMany(i => RecordItems.Split(i, _flow, job.Redactor, job.Context));
        var shown = inFlow.Concat(joints).Select(i => Place(i, _flow));
        var parts = aside.Items.SelectMany(i => AttributeItems.Split(i, _aside)).Select(i => Place(i, _aside));
        var items = shown.Concat(parts).Concat(_names.Items)
            .OrderBy(static i => i.Finding.Region);
        return new(flow.PolicyId, [.. items], flow.Kept + aside.Kept)
        {
            KeptRegions = [.. flow.KeptRegions.Select(_flow.ToOriginal), .. aside.KeptRegions.Select(_aside.ToOriginal)],
        };
    }

    public int CutBefore(ReadOnlySpan<char> window, int limit, RedactionPlan<TextSpan> plan)
    {
        var cut = limit;
        for (var moved = true; moved;)
        {
            moved = false;
            var tag = TagAt(cut);
            if (tag.Start < cut && cut < tag.End) (cut, moved) = (tag.Start, true);
            foreach (ref readonly var item in plan.Items.AsSpan())
            {
                var span = item.Finding.Region;
                if (span.Start >= cut || cut >= span.End) continue;
                (cut, moved) = (span.Start, true);
                break;
            }
        }
        return cut > 0 && cut < window.Length && char.IsLowSurrogate(window[cut]) && char.IsHighSurrogate(window[cut - 1]) ? cut - 1 : cut;
    }

    public void Write(ReadOnlySpan<char> window, TextSpan part, RedactionPlan<TextSpan> plan, IBufferWriter<char> output)
    {
        var next = 0;
        _account.Count(part, job.Account);
        Write(window, part, plan.Items, ref next, output);
    }

    public void Drop(int length) => _places.Drop(length);

    public void Clear()
    {
        _tags.Clear();
        _account.Clear();
        _names.Clear();
        _joints.Clear();
        _flow.Release();
        _aside.Release();
        _replacement.Clear();
    }

    /// <summary>Items are sorted; those inside a tag that stands inside a value of the flow come right after that value.</summary>
    private void Write(ReadOnlySpan<char> window, TextSpan part, ImmutableArray<PlannedRedaction<TextSpan>> items, ref int next,
        IBufferWriter<char> output)
    {
        var position = part.Start;
        while (next < items.Length && items[next].Finding.Region.Start < part.End)
        {
            var item = items[next++];
            var span = item.Finding.Region;
            output.Write(window[position..span.Start]);
            WriteReplacement(window, in item, output);
            for (var tag = FirstTagFrom(span.Start); tag < _tags.Count && _tags[tag].Start < span.End; tag++)
                Write(window, _tags[tag], items, ref next, output);
            position = span.End;
        }
        output.Write(window[position..part.End]);
    }

    private void WriteReplacement(ReadOnlySpan<char> window, in PlannedRedaction<TextSpan> item, IBufferWriter<char> output)
    {
        if (_names.At(item.Finding.Region) is { } name)
        {
            output.Write(name);
            return;
        }
        _replacement.ResetWrittenCount();
        job.Redactor.Writer.WriteReplacement(WithoutTags(window, item.Finding.Region), in item, _replacement);
        output.Write(WebUtility.HtmlEncode(_replacement.WrittenSpan.ToString()));
    }

    private ReadOnlySpan<char> WithoutTags(ReadOnlySpan<char> window, TextSpan span)
    {
        var tag = FirstTagFrom(span.Start);
        if (tag == _tags.Count || _tags[tag].Start >= span.End) return window.Slice(span.Start, span.Length);
        var text = new ArrayBufferWriter<char>(span.Length);
        var position = span.Start;
        for (; tag < _tags.Count && _tags[tag].Start < span.End; tag++)
        {
            text.Write(window[position.._tags[tag].Start]);
            position = _tags[tag].End;
        }
        text.Write(window[position..span.End]);
        return text.WrittenSpan;
    }

    private static PlannedRedaction<TextSpan> Place(PlannedRedaction<TextSpan> item, TextView view) =>
        item with { Finding = item.Finding with { Region = view.ToOriginal(item.Finding.Region) } };

    private void Read(ReadOnlySpan<char> window, bool isLast)
    {
        _tags.Clear();
        _account.Clear();
        _names.Begin();
        _joints.Begin();
        _flow.Reset(window.Length + 1);
        _aside.Reset(window.Length + 1);
        _places.Begin();
        var token = default(MarkupToken);
        for (var i = 0; i < window.Length;)
        {
            var before = token;
            token = MarkupTokenizer.Read(window, i, isHtml, before);
            i = token.Span.End;
            if (token.Kind == MarkupTokenKind.Text || (token.Kind == MarkupTokenKind.Incomplete && isLast))
            {
                var at = _flow.Length;
                AppendText(window, token.Span);
                _joints.Note(_flow.Text, at);
            }
            else ReadAside(window, token, before);
            _account.AddToken(token.Span);
        }
        _places.End(_flow);
    }

    private void ReadAside(ReadOnlySpan<char> window, MarkupToken token, MarkupToken before)
    {
        if (before.Kind == MarkupTokenKind.BlockTag && token.Kind is MarkupTokenKind.Aside or MarkupTokenKind.Incomplete
            && _tags[^1].End == token.Span.Start)
            _tags[^1] = _tags[^1].Union(token.Span); // a script is cut off from its tag nowhere
        else
            _tags.Add(token.Span);
        if (token.Kind == MarkupTokenKind.Aside)
        {
            if (!isHtml) _entities.Declare(window.Slice(token.Span.Start, token.Span.Length));
            var at = _aside.Length;
            Append(_aside, window, token.Span);
            if (isHtml && before.Kind == MarkupTokenKind.BlockTag)
                _places.Raw(window[before.Span.Start..before.Span.End], at, _aside.Length);
            _aside.Append('\n', token.Span.End, token.Span.End);
        }
        else if (token.Kind != MarkupTokenKind.Incomplete) // what is incomplete is read again with what follows
        {
            AppendTag(window, token.Span);
            var isBlock = token.Kind == MarkupTokenKind.BlockTag;
            _places.Tag(window.Slice(token.Span.Start, token.Span.Length), token.Span.Start, isBlock, _flow);
            if (isBlock && _flow.Length > 0 && _flow.Text[^1] != '\n')
                _flow.Append('\n', token.Span.Start, token.Span.Start);
            if (_flow.Length > 0 && MarkupSyntax.IsCell(window.Slice(token.Span.Start, token.Span.Length)))
                _flow.Append('\n', token.Span.Start, token.Span.Start); // no value goes from one cell to the next
        }
    }

    /// <summary>
    /// What stands in a tag and is no plain name: attribute values, one a line, and anything else that somebody put between angle brackets.
    /// </summary>
    private void AppendTag(ReadOnlySpan<char> window, TextSpan tag)
    {
        var text = window[..(tag.End - 1)];
        var (name, open) = (default(TextSpan), -1);
        for (var i = tag.Start + 1; i < text.Length;)
        {
            if (text[i] is '=' or '/' || char.IsWhiteSpace(text[i])) { i++; continue; }
            var isValue = MarkupSyntax.IsAfterEquals(text, i, tag.Start);
            var quote = isValue && text[i] is '"' or '\'' ? text[i] : '\0';
            if (quote != '\0') i++;
            var length = quote != '\0' ? text[i..].IndexOf(quote) : text[i..].IndexOfAny(isValue ? s_valueEnds : s_nameEnds);
            if (length < 0) length = text.Length - i;
            if (!isValue && _names.Take(text, new(i, length))) _account.AddSearched(new(i, length));
            else if (isValue || !MarkupSyntax.IsName(text.Slice(i, length)))
            {
                if (open == i) _aside.Set(_aside.Length - 1, ' '); // a value without quotes goes on behind a space
                var at = _aside.Length;
                Append(_aside, window, new(i, length));
                if (isValue) _places.Attribute(text.Slice(name.Start, name.Length), TextSpan.FromBounds(at, _aside.Length), _aside.Text);
                _aside.Append('\n', i + length, i + length);
                if (quote == '\0') open = MarkupSyntax.AfterSpace(text, i + length);
            }
            if (!isValue) name = new(i, length);
            i += length + (quote != '\0' ? 1 : 0);
        }
    }

    /// <summary>The marks of a CDATA section are tags: what stands in two of them may be one value.</summary>
    private void AppendText(ReadOnlySpan<char> window, TextSpan span)
    {
        const string begin = "<![CDATA[", end = "]]>";
        var text = window.Slice(span.Start, span.Length);
        if (!text.StartsWith(begin) || !text.EndsWith(end))
        {
            Append(_flow, window, span);
            return;
        }
        _tags.Add(new(span.Start, begin.Length));
        Append(_flow, window, TextSpan.FromBounds(span.Start + begin.Length, span.End - end.Length));
        _tags.Add(TextSpan.FromBounds(span.End - end.Length, span.End));
    }

    private void Append(TextView view, ReadOnlySpan<char> window, TextSpan span)
    {
        _account.AddSearched(span);
        if (_entities.HasAny && window.Slice(span.Start, span.Length).Contains('&'))
        {
            AppendShown(view, window, span);
            return;
        }
        for (var i = span.Start; i < span.End; i++) view.Append(window[i], i, i + 1);
    }

    /// <summary>Every character of what a reference stands for stands for the whole reference.</summary>
    private void AppendShown(TextView view, ReadOnlySpan<char> window, TextSpan span)
    {
        for (var i = span.Start; i < span.End;)
        {
            if (window[i] == '&' && _entities.Read(window[i..span.End], out var length) is { } shown)
            {
                view.Widen(shown.Length);
                foreach (var c in shown) view.Append(c, i, i + length);
                i += length;
                continue;
            }
            view.Append(window[i], i, i + 1);
            i++;
        }
    }

    private int FirstTagFrom(int start)
    {
        int low = 0, high = _tags.Count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_tags[middle].Start >= start) high = middle;
            else low = middle + 1;
        }
        return low;
    }

    private TextSpan TagAt(int position)
    {
        var next = FirstTagFrom(position);
        return next > 0 ? _tags[next - 1] : default;
    }
}
