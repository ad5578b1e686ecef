using System.Text;

namespace Redaction;

/// <summary>What a plug-in counts places in.</summary>
internal enum PluginUnit
{
    /// <summary>Unicode code points, as Python does.</summary>
    CodePoints,
    /// <summary>UTF-16 code units, as C#, Java and JavaScript do.</summary>
    CodeUnits,
    /// <summary>Bytes of UTF-8, as Go and Rust do.</summary>
    Bytes,
}

/// <summary>Translates the places that a plug-in tells into those of .NET.</summary>
internal sealed class PluginOffsets
{
    private readonly int _length;
    private readonly Dictionary<int, int>? _places;

    public PluginOffsets(string text, PluginUnit unit)
    {
        _length = text.Length;
        if (unit == PluginUnit.CodeUnits || (unit == PluginUnit.CodePoints && !text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
            || Ascii.IsValid(text))
            return;
        _places = [];
        int told = 0, own = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            _places[told] = own;
            told += unit == PluginUnit.Bytes ? rune.Utf8SequenceLength : 1;
            own += rune.Utf16SequenceLength;
        }
        _places[told] = own;
    }

    /// <summary>The same place in UTF-16 code units; null where there is none, such as within a character.</summary>
    public int? Of(int told) =>
        _places is null ? told >= 0 && told <= _length ? told : null : _places.TryGetValue(told, out var own) ? own : null;
}
