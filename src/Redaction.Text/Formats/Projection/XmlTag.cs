using System.Buffers;
using System.Text;

namespace Redaction.Text;

/// <summary>Start and end tags of XML (XML 1.0 section 3.1).</summary>
internal static class XmlTag
{
    private static readonly SearchValues<char> s_noName = SearchValues.Create(" \t\r\n<>\"'");

    /// <summary>The name of a tag, with its prefix.</summary>
    public static ReadOnlySpan<char> NameOf(ReadOnlySpan<char> tag)
    {
        var name = tag[(tag[1] == '/' ? 2 : 1)..].TrimEnd('>').TrimEnd('/');
        for (var i = 0; i < name.Length; i++)
            if (char.IsWhiteSpace(name[i])) return name[..i];
        return name;
    }

    /// <summary>A name without its prefix.</summary>
    public static ReadOnlySpan<char> LocalName(ReadOnlySpan<char> name) => name[(name.LastIndexOf(':') + 1)..];

    /// <summary>Writes a start tag with those of its attributes that leave.</summary>
    /// <param name="tag">The tag.</param>
    /// <param name="path">The path of its element.</param>
    /// <param name="fields">Says what leaves, and is told of what does not.</param>
    /// <param name="output">Receives the tag.</param>
    /// <returns>True when an attribute leaves because it is named.</returns>
    /// <exception cref="RedactionException">An attribute is not written as XML has it.</exception>
    public static bool Write(ReadOnlySpan<char> tag, string path, FieldProjection fields, StringBuilder output)
    {
        var hasNamed = false;
        var position = 1 + NameOf(tag).Length;
        output.Append(tag[..position]);
        while (true)
        {
            var start = position;
            while (char.IsWhiteSpace(tag[position])) position++;
            if (tag[position] is '>' or '/')
            {
                output.Append(tag[start..]);
                return hasNamed;
            }
            var name = tag[position..];
            var equals = name.IndexOf('=');
            if (start == position || equals < 1) throw XmlFieldWriter.Failure(ErrorCodes.Malformed);
            name = name[..equals].TrimEnd();
            position += equals + 1;
            while (char.IsWhiteSpace(tag[position])) position++;
            var length = tag[position] is '"' or '\'' ? tag[(position + 1)..].IndexOf(tag[position]) : -1;
            if (length < 0 || name.ContainsAny(s_noName)) throw XmlFieldWriter.Failure(ErrorCodes.Malformed);
            position += length + 2;
            var field = $"{path}.{LocalName(name)}";
            var isScope = name.SequenceEqual("xmlns") || name.StartsWith("xmlns:") || name.StartsWith("xml:");
            var isNamed = !isScope && fields.Names(field);
            if (isScope || isNamed == fields.IsOnly)
            {
                output.Append(tag[start..position]);
                hasNamed |= isNamed;
                continue;
            }
            fields.Dropped.Add(field);
            fields.Dropped.Amount += position - start;
        }
    }
}
