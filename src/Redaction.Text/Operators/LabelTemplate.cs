using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;

namespace Redaction.Text;

/// <summary>The text that stands for a value: literals and what is filled in between them.</summary>
internal sealed class LabelTemplate
{
    private const string Entity = "entity", Capitals = "ENTITY", Number = "n";

    private readonly ImmutableArray<(string Text, bool IsPlaceholder)> _parts;

    /// <exception cref="ArgumentException">It is empty, or holds a brace that is not part of a placeholder there is.</exception>
    public LabelTemplate(string template)
    {
        if (template.Length == 0) throw new ArgumentException("Option 'template' must not be empty; operator 'erase' writes nothing.");
        var parts = ImmutableArray.CreateBuilder<(string, bool)>();
        for (var at = 0; at < template.Length;)
        {
            var brace = template.AsSpan(at).IndexOfAny('{', '}');
            var literal = brace < 0 ? template.Length - at : brace;
            if (literal > 0) parts.Add((template.Substring(at, literal), false));
            at += literal;
            if (at == template.Length) break;
            var end = template.IndexOf('}', at);
            if (template[at] == '}' || end < 0 || template[(at + 1)..end] is not (Entity or Capitals or Number))
                throw new ArgumentException(
                    $"Option 'template' holds a brace that is no placeholder (valid: {{{Entity}}}, {{{Capitals}}}, {{{Number}}}).");
            parts.Add((template[(at + 1)..end], true));
            at = end + 1;
        }
        _parts = parts.ToImmutable();
    }

    /// <summary>Values are numbered.</summary>
    public bool IsNumbered => _parts.Any(static p => p is { IsPlaceholder: true, Text: Number });

    /// <summary>Writes the text for a value of a type.</summary>
    public void Write(EntityType type, int number, IBufferWriter<char> output)
    {
        foreach (var (text, isPlaceholder) in _parts)
        {
            if (!isPlaceholder) output.Write(text);
            else if (text == Entity) output.Write(type.Name);
            else if (text == Number) output.Write(number.ToString(CultureInfo.InvariantCulture));
            else WriteCapitals(type.Name, output);
        }
    }

    /// <summary>As other products spell entities: <c>CREDIT_CARD</c>.</summary>
    private static void WriteCapitals(string name, IBufferWriter<char> output)
    {
        var target = output.GetSpan(name.Length);
        for (var i = 0; i < name.Length; i++) target[i] = name[i] is '-' or '.' ? '_' : char.ToUpperInvariant(name[i]);
        output.Advance(name.Length);
    }
}
