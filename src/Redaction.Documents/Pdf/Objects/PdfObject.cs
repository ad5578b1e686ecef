using System.Globalization;
using System.Text;

namespace Redaction.Documents.Pdf;

/// <summary>An object of ISO 32000-2 section 7.3. Objects are never changed: what is written anew is another object.</summary>
internal abstract class PdfObject
{
    /// <summary>What stands for anything that is not there.</summary>
    public static PdfObject Null { get; } = new PdfWord("null");

    /// <summary>Returns the kind only.</summary>
    public sealed override string ToString() => GetType().Name;
}

/// <summary>A boolean, null or, in content streams, an operator.</summary>
internal sealed class PdfWord(string word) : PdfObject
{
    public string Word => word;
}

/// <summary>A number, with its writing.</summary>
internal sealed class PdfNumber(double value, ReadOnlyMemory<byte> written) : PdfObject
{
    public PdfNumber(double value) : this(value, Encoding.ASCII.GetBytes(Write(value))) { }

    public double Value => value;

    public ReadOnlyMemory<byte> Written => written;

    public long Integer => value is > long.MinValue and < long.MaxValue ? (long)value : 0;

    /// <summary>A number without an exponent, which PDF has not.</summary>
    public static string Write(double value) =>
        double.IsFinite(value) ? Math.Round(value, 5).ToString("0.#####", CultureInfo.InvariantCulture) : "0";
}

/// <summary>A string of bytes.</summary>
internal sealed class PdfString(byte[] bytes, bool isHex) : PdfObject
{
    public byte[] Bytes => bytes;

    public bool IsHex => isHex;
}

/// <summary>A name: one character a byte.</summary>
internal sealed class PdfName(string name) : PdfObject
{
    public string Name => name;
}

/// <summary>An array.</summary>
internal sealed class PdfArray(List<PdfObject> items) : PdfObject
{
    public List<PdfObject> Items => items;
}

/// <summary>A dictionary, in the order in which it was written.</summary>
internal sealed class PdfDictionary : PdfObject
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<KeyValuePair<string, PdfObject>> _entries = [];

    public IReadOnlyList<KeyValuePair<string, PdfObject>> Entries => _entries;

    /// <summary>The value as it stands there, which may be a reference; <see cref="PdfObject.Null"/> where there is none.</summary>
    public PdfObject this[string key]
    {
        get => _places.TryGetValue(key, out var place) ? _entries[place].Value : Null;
        set
        {
            if (_places.TryGetValue(key, out var place)) _entries[place] = new(key, value);
            else
            {
                _places[key] = _entries.Count;
                _entries.Add(new(key, value));
            }
        }
    }

    public bool Has(string key) => _places.ContainsKey(key);

    /// <summary>A copy without some keys.</summary>
    public PdfDictionary Without(params ReadOnlySpan<string> keys)
    {
        var copy = new PdfDictionary();
        foreach (var (key, value) in _entries)
            if (!keys.Contains(key)) copy[key] = value;
        return copy;
    }
}

/// <summary>A stream, as stored, with its filters on.</summary>
internal sealed class PdfStream(PdfDictionary dictionary, ReadOnlyMemory<byte> data) : PdfObject
{
    public PdfDictionary Dictionary => dictionary;

    public ReadOnlyMemory<byte> Data => data;
}

/// <summary>A reference to an indirect object.</summary>
internal sealed class PdfReference(int number) : PdfObject
{
    public int Number => number;
}
