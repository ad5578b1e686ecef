namespace Redaction.Audio;

/// <summary>The values that a JSON array or object holds, in order.</summary>
internal readonly struct JsonChildren(JsonTable table, int first, int end)
{
    public Enumerator GetEnumerator() => new(table, first, end);

    internal struct Enumerator(JsonTable table, int first, int end)
    {
        private int _index = -1;

        public readonly JsonPart Current => new(table, _index);

        public bool MoveNext()
        {
            _index = _index < 0 ? first : table[_index].End;
            return _index < end;
        }
    }
}
