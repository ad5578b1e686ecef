using System.Collections.Immutable;
using System.Text;

namespace Redaction.Evaluation;

/// <summary>Reads CoNLL-like files: a token a line, columns parted by tabs or spaces, the BIO, IOB2, IOBES or BILOU tag last,
/// an empty line between sentences. Text is the tokens with a space between each two.
/// <c># language = de</c> above a sentence names its group.</summary>
internal static class Conll
{
    /// <summary>Reads a data set, sentence by sentence.</summary>
    public static IEnumerable<LabelledText> Read(string path, TextDatasetOptions? options = null)
    {
        options ??= new();
        var sentence = new Sentence();
        var number = 0L;
        foreach (var line in File.ReadLines(path).Append(""))
        {
            if (line.StartsWith('#') && !line.Contains('\t', StringComparison.Ordinal)) { sentence.Comment(line); continue; }
            if (!string.IsNullOrWhiteSpace(line)
                && !line.StartsWith("-DOCSTART-", StringComparison.Ordinal)) { sentence.Token(line, options); continue; }
            if (sentence.Length > 0) yield return sentence.Take(++number);
        }
    }

    private sealed class Sentence
    {
        private readonly StringBuilder _text = new();
        private readonly List<EntitySpan> _spans = [];
        private ImmutableArray<(string, string)> _groups = [];
        private bool _open;

        public int Length => _text.Length;

        public void Comment(string line)
        {
            var parts = line.TrimStart('#').Split('=', 2, StringSplitOptions.TrimEntries);
            if (parts.Length == 2 && parts[0] is "language" or "lang") _groups = [("language", parts[1])];
        }

        public void Token(string line, TextDatasetOptions options)
        {
            var columns = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            var tag = columns.Length > 1 ? columns[^1] : "O";
            if (_text.Length > 0) _text.Append(' ');
            var start = _text.Length;
            _text.Append(columns[0]);
            if (tag.Length < 3 || tag[1] != '-') { _open = false; return; }
            var entity = options.Name(tag[2..]);
            var continues = _open && tag[0] is 'I' or 'E' or 'L' or 'M' && _spans.Count > 0 && _spans[^1].Entity == entity;
            if (continues) _spans[^1] = _spans[^1] with { Span = TextSpan.FromBounds(_spans[^1].Span.Start, _text.Length) };
            else _spans.Add(new(TextSpan.FromBounds(start, _text.Length), entity));
            _open = tag[0] is not ('E' or 'L' or 'S' or 'U');
        }

        public LabelledText Take(long number)
        {
            var text = new LabelledText(number, _text.ToString(), [.. _spans]) { Groups = _groups };
            _text.Clear();
            _spans.Clear();
            _open = false;
            return text;
        }
    }
}
