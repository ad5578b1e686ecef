namespace Redaction.Documents;

/// <summary>Copies a buffer to the output and puts other bytes in the place of some.</summary>
internal ref struct FhirCut(Span<byte> buffer, Stream output)
{
    private int _copied;
    private int _end;

    /// <summary>The bytes that are read.</summary>
    public readonly Span<byte> Buffer { get; } = buffer;

    /// <summary>How many bytes lie between the last token and the next: white space, commas and colons.</summary>
    public readonly int Gap(int start) => start - _end;

    /// <summary>Goes past a token.</summary>
    public void Pass(int end) => _end = end;

    /// <summary>Puts other bytes in the place of some.</summary>
    public void Replace(int start, int end, ReadOnlySpan<byte> bytes)
    {
        output.Write(Buffer[_copied..start]);
        output.Write(bytes);
        _copied = end;
    }

    /// <summary>Leaves out a property with the comma that parts it from its neighbour.</summary>
    /// <param name="end">Where its value ends.</param>
    /// <param name="isFirst">True when no property of the object is written before it.</param>
    public void Remove(int end, bool isFirst)
    {
        output.Write(Buffer[_copied.._end]);
        _copied = _end = end;
        if (!isFirst) return;
        var next = end + Buffer[end..].IndexOfAnyExcept(" \t\r\n"u8);
        if (next >= end && Buffer[next] == ',') _copied = next + 1;
    }

    /// <summary>Copies what is left up to a place; returns how many bytes of it follow the last token.</summary>
    public readonly int Rest(int end)
    {
        if (_copied < end) output.Write(Buffer[_copied..end]);
        return end - _end;
    }
}
