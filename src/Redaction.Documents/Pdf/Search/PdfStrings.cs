using System.Buffers;
using Redaction.Text;

namespace Redaction.Documents.Pdf;

/// <summary>Looks for values in strings and names of objects.</summary>
internal sealed class PdfStrings(DocumentJob job)
{
    private const int ShortestName = 6, MostKnown = 1 << 16, ShortestData = 16;
    private readonly NameTable _names = new(job.Redactor, NameGrammar.Identifier);
    private readonly Dictionary<(string Text, string? Field), string> _known = [];
    private readonly HashSet<string> _clean = new(StringComparer.Ordinal);
    private readonly HashSet<string> _erased = new(StringComparer.Ordinal);

    /// <summary>What is shown somewhere and holds a value there is empty wherever it stands.</summary>
    public void Erase(string text) => _erased.Add(text);

    /// <summary>The text without what the policy takes out.</summary>
    /// <param name="text">The text.</param>
    /// <param name="field">What it is called; null where that tells nothing.</param>
    /// <param name="path">Where it stands.</param>
    public string Search(string text, string? field, string path)
    {
        if (_erased.Contains(text)) return "";
        if (text.AsSpan().Trim().Length < 2) return text;
        if (_known.TryGetValue((text, field), out var known)) return known;
        if (_known.Count >= MostKnown) _known.Clear();
        if (OpaqueData.Find(text, 0) is { Length: > 0 } data)
        {
            job.Account.AddUnsearched(new(OpaqueData.Kind, data.Length, job.Account.Choice) { Path = path });
            if (job.Account.Choice == UnsearchedChoice.Erase) return _known[(text, field)] = "";
        }
        var plan = job.Redactor.Plan(text, job.Context with { Field = field }, cancellationToken: job.Cancellation);
        if (!plan.Items.IsEmpty || plan.Kept > 0) job.Observer.OnPlan(new DocumentPlace(Path: path), plan, text);
        if (plan.Items.IsEmpty) return _known[(text, field)] = text;
        var written = new ArrayBufferWriter<char>(text.Length);
        job.Redactor.Writer.Write(text, plan, written);
        return _known[(text, field)] = written.WrittenSpan.ToString();
    }

    /// <summary>A string as it is written.</summary>
    public PdfString Search(PdfString value, string? field, string path)
    {
        if (PdfTextString.Read(value.Bytes) is not { } text) return Data(value, path);
        var redacted = Search(text, field, path);
        if (redacted == text) return value;
        // What was a date and is none any more says nothing.
        return new PdfString(text.StartsWith("D:", StringComparison.Ordinal) ? [] : PdfTextString.Write(redacted), isHex: false);
    }

    /// <summary>A name as it is written, here and wherever else it stands.</summary>
    public string Name(string name, string path)
    {
        if (name.Length < ShortestName || _clean.Contains(name)) return name;
        var text = PdfTextString.Read(System.Text.Encoding.Latin1.GetBytes(name)) ?? name;
        var named = _names.Of(text, job.Context);
        if (named.Plan is { } plan) job.Observer.OnPlan(new DocumentPlace(Path: path), plan, text);
        if (named.Name is { } written) return written;
        if (_clean.Count < MostKnown) _clean.Add(name);
        return name;
    }

    /// <summary>The letters among bytes that are no text.</summary>
    private static string Loose(byte[] bytes)
    {
        var text = new System.Text.StringBuilder(bytes.Length);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == 0 && i + 1 < bytes.Length && bytes[i + 1] is >= 32 and < 127) continue; // a letter of two bytes
            var isLetter = bytes[i] is (>= 32 and < 127) or >= 160;
            text.Append(isLetter ? (char)bytes[i] : ' ');
        }
        return text.ToString();
    }

    /// <summary>Bytes that are no text: nothing where they are few.</summary>
    private PdfString Data(PdfString value, string path)
    {
        var loose = Loose(value.Bytes);
        if (Search(loose, null, path) != loose) return new PdfString([], isHex: false);
        if (value.Bytes.Length < ShortestData) return value;
        job.Account.AddUnsearched(new("binary-string", value.Bytes.Length, job.Account.Choice) { Path = path });
        return job.Account.Choice == UnsearchedChoice.Erase ? new PdfString([], isHex: false) : value;
    }
}
