using System.Text.Json;

namespace Redaction.Audio;

/// <summary>The values of a JSON document in the order in which they stand there: 32 bytes each,
/// since a long transcript has millions.</summary>
internal sealed class JsonTable
{
    private const int Bits = 13;
    private const int Mask = (1 << Bits) - 1;

    private readonly List<Entry[]> _blocks = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];

    /// <summary>Number of values.</summary>
    public int Count { get; private set; }

    public ref Entry this[int index] => ref _blocks[index >> Bits][index & Mask];

    /// <summary>Adds a value and returns its index.</summary>
    public int Add(in Entry entry)
    {
        if (Count >> Bits == _blocks.Count) _blocks.Add(new Entry[1 << Bits]);
        this[Count] = entry;
        return Count++;
    }

    public string Name(int number) => _names[number];

    /// <summary>The number of a name of members; -1 when no member has it.</summary>
    public int NumberOf(string name) => _numbers.GetValueOrDefault(name, -1);

    /// <summary>The number of a name; a document has few names, each thousands of times.</summary>
    public int AddName(ReadOnlySpan<char> name)
    {
        var numbers = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        if (numbers.TryGetValue(name, out var number)) return number;
        _names.Add(name.ToString());
        return numbers[name] = _names.Count - 1;
    }

    public override string ToString() => $"JsonTable({Count})";

    /// <summary>A value.</summary>
    internal struct Entry
    {
        /// <summary>First byte; of a string, the one after the quote.</summary>
        public int Start;

        /// <summary>Number of bytes; of a string, without the quotes.</summary>
        public int Length;

        /// <summary>Index of the value that holds this one; -1 for the document.</summary>
        public int Parent;

        /// <summary>Index after the last value within this one: the next one beside it, where there is one.</summary>
        public int End;

        /// <summary>Number of the name, where the parent is an object; -1 otherwise.</summary>
        public int Name;

        /// <summary>First byte of the name, after its quote; of an element of an array its place there.</summary>
        public int NameStart;

        /// <summary>Number of bytes of the name.</summary>
        public int NameLength;

        public JsonTokenType Kind;

        public bool IsClaimed;
    }
}
