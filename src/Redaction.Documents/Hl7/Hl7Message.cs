using Redaction.Text;

namespace Redaction.Documents;

/// <summary>Goes through a message: segments, fields, repetitions, components and subcomponents, each with what it is.</summary>
internal sealed class Hl7Message(DocumentJob job, IPartRedactor parts)
{
    private const int MostSigns = 5; // of MSH-2, with the sign of truncation of version 2.7
    private readonly Hl7Values _values = new(job, parts);
    private Hl7Delimiters _signs = Hl7Delimiters.Usual;
    private string? _valueType;

    /// <summary>1-based message.</summary>
    public long Number { get; private set; }

    /// <summary>Redacts a message, or the header of a file or batch.</summary>
    /// <param name="message">With its line ends and framing.</param>
    /// <param name="output">Receives it.</param>
    public void Redact(ReadOnlySpan<char> message, TextWriter output)
    {
        Number++;
        _values.Begin(Number);
        Walk(message, null);
        _values.EndGathering();
        Walk(message, output);
    }

    public void Clear() => _values.Clear();

    private void Walk(ReadOnlySpan<char> message, TextWriter? output)
    {
        for (var start = 0; start < message.Length;)
        {
            var rest = message[start..];
            var lead = rest.IndexOfAnyExcept("\v\u001C\r\n");
            if (lead < 0) lead = rest.Length;
            Structure(rest[..lead], output);
            rest = rest[lead..];
            var length = rest.IndexOfAny("\r\n\v\u001C");
            var segment = length < 0 ? rest : rest[..length];
            if (!segment.IsEmpty) Segment(segment, output);
            start += lead + segment.Length;
        }
    }

    private void Segment(ReadOnlySpan<char> segment, TextWriter? output)
    {
        var first = 1;
        var position = 3;
        var rest = 0; // characters behind the signs of MSH-2
        if (Hl7Delimiters.StandIn(segment))
        {
            _signs = Hl7Delimiters.Of(segment);
            var end = segment[4..].IndexOf(_signs.Field);
            var length = end < 0 ? segment.Length - 4 : end;
            position = 4 + Math.Min(length, MostSigns);
            rest = 4 + length - position;
            first = 3;
        }
        if (segment.Length < 3 || !IsName(segment[..3]) || (segment.Length > 3 && segment[3] != _signs.Field))
        {
            // a line break within a text, which some systems send
            Part(segment, new("", 0, 0, null, Hl7Meaning.Open), output);
            return;
        }
        Structure(segment[..position], output);
        var name = segment[..3].ToString();
        _valueType = null;
        Part(segment.Slice(position, rest), new(name, 2, 0, null, Hl7Meaning.Open), output);
        position += rest;
        for (var number = first; position < segment.Length; number++)
        {
            Structure(segment.Slice(position, 1), output);
            var behind = segment[(position + 1)..];
            var end = behind.IndexOf(_signs.Field);
            var field = end < 0 ? behind : behind[..end];
            Field(name, number, field, output);
            position += 1 + field.Length;
        }
    }

    private void Field(string segment, int number, ReadOnlySpan<char> field, TextWriter? output)
    {
        if (field.IsEmpty) return;
        if (segment == "OBX" && number == 2) _valueType = Hl7Table.ValueType(field.ToString());
        var type = segment == "OBX" && number == 5 ? _valueType : Hl7Table.TypeOf(segment, number);
        while (true)
        {
            var end = field.IndexOf(_signs.Repetition);
            var repetition = end < 0 || type == "FT" ? field : field[..end];
            Repetition(new(segment, number, 0, type, Hl7Meaning.Open), repetition, output);
            if (repetition.Length == field.Length) return;
            Structure(field.Slice(repetition.Length, 1), output);
            field = field[(repetition.Length + 1)..];
        }
    }

    private void Repetition(Hl7Field field, ReadOnlySpan<char> text, TextWriter? output)
    {
        if (text.IsEmpty) return;
        if (field.Type is null)
        {
            Part(text, field, output); // nobody says what it is: the detectors see it whole
            return;
        }
        if (field.Type == "FT")
        {
            Part(text, field with { Component = 1, Meaning = Hl7Meaning.Note }, output);
            return;
        }
        if (field.Type == "ED" && output is not null && _values.Data(text, field, _signs) is { } data)
        {
            output.Write(data);
            return;
        }
        for (var component = 1; ; component++)
        {
            var end = text.IndexOf(_signs.Component);
            var value = end < 0 ? text : text[..end];
            Component(value, field with { Component = component, Meaning = Hl7Table.Of(field.Type, component) }, output);
            if (end < 0) return;
            Structure(text.Slice(end, 1), output);
            text = text[(end + 1)..];
        }
    }

    private void Component(ReadOnlySpan<char> value, Hl7Field field, TextWriter? output)
    {
        for (var sub = 1; ; sub++)
        {
            var end = value.IndexOf(_signs.Subcomponent);
            var part = end < 0 ? value : value[..end];
            var meaning = field.Meaning != Hl7Meaning.Cnn ? field.Meaning
                : sub switch { 1 => Hl7Meaning.Provider, 2 or 3 or 4 => Hl7Meaning.Person, _ => Hl7Meaning.Text };
            Part(part, field with { Meaning = meaning }, output);
            if (end < 0) return;
            Structure(value.Slice(end, 1), output);
            value = value[(end + 1)..];
        }
    }

    private void Part(ReadOnlySpan<char> raw, Hl7Field field, TextWriter? output)
    {
        if (raw.IsEmpty) return;
        if (output is null) _values.Gather(raw, field, _signs);
        else _values.Write(raw, field, _signs, output);
    }

    private void Structure(ReadOnlySpan<char> text, TextWriter? output)
    {
        if (output is null) return;
        output.Write(text);
        job.Account.AddStructure(text.Length);
    }

    private static bool IsName(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
            if (!char.IsAsciiLetterUpper(c) && !char.IsAsciiDigit(c)) return false;
        return char.IsAsciiLetterUpper(name[0]);
    }
}
