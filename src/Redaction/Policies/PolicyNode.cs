using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Redaction;

/// <summary>A place in a policy file: reads it as what it must be, or says where it is something else.</summary>
internal sealed class PolicyNode(string file, YamlNode node, string name, PolicyFaults? faults = null)
{
    private readonly HashSet<string> _meant = new(StringComparer.Ordinal);

    /// <summary>The one document of a file.</summary>
    /// <param name="file">What errors call the file.</param>
    /// <param name="bytes">Its content.</param>
    /// <param name="name">What errors call the document.</param>
    /// <param name="faults">Takes the mistakes; null: the first one is thrown.</param>
    public static PolicyNode Parse(string file, byte[] bytes, string name, PolicyFaults? faults = null)
    {
        try
        {
            var text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes)
                .TrimStart('\uFEFF');
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents.Count == 1) return new(file, stream.Documents[0].RootNode, name, faults);
            throw new PolicyException(file, 1, 1, $"a policy file holds one document, this one holds {stream.Documents.Count}");
        }
        catch (DecoderFallbackException)
        {
            throw new PolicyException(file, "the file is not valid UTF-8");
        }
        catch (YamlException e)
        {
            throw new PolicyException(file, e.Start.Line, e.Start.Column, Lower(e.Message));
        }
    }

    public static PolicyNode Parse(string file, string content, string name) => Parse(file, Encoding.UTF8.GetBytes(content), name);

    public PolicyException Error(string problem) => new(file, node.Start.Line, node.Start.Column, problem);

    /// <summary>True when a key that was met seems to be this one, misspelt: it is no use to say that it is missing.</summary>
    public bool MeansKey(string key) => _meant.Contains(key);

    /// <summary>Tells one content from another.</summary>
    public string Content => node.ToString();

    /// <summary>1-based line on which it begins.</summary>
    public long Line => node.Start.Line;

    /// <summary>Reads something; a mistake in it is noted and the rest is read on.</summary>
    public T? Attempt<T>(Func<T> read)
    {
        if (faults is null) return read();
        try
        {
            return read();
        }
        catch (PolicyException e)
        {
            faults.Add(e);
            return default;
        }
    }

    /// <summary>The items of a list, or the one text that stands for a list, without those that hold a mistake.</summary>
    public ImmutableArray<T> Items<T>(Func<PolicyNode, T> read, bool orText = false) =>
        [.. (orText ? TextOrSequence() : Sequence()).Select(n => n.Attempt(() => (true, read(n)))).Where(static r => r.Item1)
            .Select(static r => r.Item2)];

    /// <summary>The entries of a mapping whose keys are all among <paramref name="keys"/>.</summary>
    public Dictionary<string, PolicyNode> Mapping(IEnumerable<string> keys)
    {
        var entries = Entries();
        foreach (var key in entries.Keys.ToArray())
        {
            if (keys.Contains(key)) continue;
            var at = ((YamlMappingNode)node).Children.Keys.First(k => (k as YamlScalarNode)?.Value == key).Start;
            var fault = new PolicyException(file, at.Line, at.Column, $"{name} has no key '{key}' ({Choices.Valid(key, keys)})");
            if (faults is null) throw fault;
            faults.Add(fault);
            if (Choices.Closest(key, [.. keys]) is { } meant) _meant.Add(meant);
            entries.Remove(key);
        }
        return entries;
    }

    /// <summary>The entries of a mapping with any keys.</summary>
    public Dictionary<string, PolicyNode> Entries()
    {
        if (node is not YamlMappingNode mapping) throw Error($"{name} must be a mapping of keys to values");
        var entries = new Dictionary<string, PolicyNode>(StringComparer.Ordinal);
        foreach (var (key, value) in mapping.Children)
        {
            if (key is not YamlScalarNode { Value: { } text })
                throw new PolicyException(file, key.Start.Line, key.Start.Column, "a key must be a plain word");
            entries.Add(text, new(file, value, $"'{text}'", faults));
        }
        return entries;
    }

    public IEnumerable<PolicyNode> Sequence() =>
        node is YamlSequenceNode sequence
            ? sequence.Children.Select(
                (child, i) => new PolicyNode(file, child, name == "'rules'" ? $"rule {i + 1}" : $"an item of {name}", faults))
            : throw Error($"{name} must be a list");

    public IEnumerable<PolicyNode> TextOrSequence() => node is YamlScalarNode ? [this] : Sequence();

    public string Text()
    {
        if (node is not YamlScalarNode scalar) throw Error($"{name} must be a text");
        return IsNull(scalar) ? throw Error($"{name} must not be empty") : scalar.Value!;
    }

    public bool Boolean() => Text() switch
    {
        "true" => true,
        "false" => false,
        _ => throw Error($"{name} must be true or false"),
    };

    /// <summary>True for a plain value, false for a list or mapping.</summary>
    public bool IsText => node is YamlScalarNode;

    public bool IsList => node is YamlSequenceNode;

    public double Number(double min, double max)
    {
        if (double.TryParse(Text(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max)
            return value;
        throw Error(string.Create(CultureInfo.InvariantCulture, $"{name} must be a number from {min} to {max}"));
    }

    public float Score()
    {
        var isNumber = node is YamlScalarNode { Style: ScalarStyle.Plain };
        if (isNumber && float.TryParse(((YamlScalarNode)node).Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var score)
            && score is >= 0 and <= 1)
            return score;
        throw Error($"{name} must be a number from 0 to 1");
    }

    private static bool IsNull(YamlScalarNode scalar) =>
        string.IsNullOrWhiteSpace(scalar.Value) || (scalar.Style == ScalarStyle.Plain && scalar.Value is "~" or "null" or "Null" or "NULL");

    private static string Lower(string message) =>
        message.Length == 0 ? "not valid YAML" : char.ToLowerInvariant(message[0]) + message[1..].TrimEnd('.');
}
