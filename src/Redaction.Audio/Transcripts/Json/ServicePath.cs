using System.Globalization;
using System.Text.Json;

namespace Redaction.Audio;

/// <summary>A place in a JSON document: members separated by dots, <c>[]</c> for every element, <c>[0]</c> for one,
/// <c>[1..]</c> for all from one on,
/// <c>*</c> for every member. Empty means the value itself.</summary>
internal sealed class ServicePath
{
    private readonly Step[] _steps;

    private ServicePath(string text, Step[] steps) => (Text, _steps) = (text, steps);

    /// <summary>The path as written.</summary>
    public string Text { get; }

    private readonly record struct Step(string? Name, int First, int Last);

    public static ServicePath Of(string path)
    {
        var steps = new List<Step>();
        foreach (var member in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
            Parse(member.Replace("~", "..", StringComparison.Ordinal), steps);
        return new(path, [.. steps]);
    }

    public static implicit operator ServicePath(string path) => Of(path.Replace("..", "~", StringComparison.Ordinal));

    /// <summary>The first value there, or null.</summary>
    public JsonPart? First(JsonPart part) => First(part, 0);

    /// <summary>Adds every value there.</summary>
    public void All(JsonPart part, List<JsonPart> found) => All(part, 0, found);

    public List<JsonPart> All(JsonPart part)
    {
        var found = new List<JsonPart>();
        All(part, 0, found);
        return found;
    }

    public override string ToString() => Text;

    private static void Parse(string member, List<Step> steps)
    {
        var bracket = member.IndexOf('[', StringComparison.Ordinal);
        if (bracket != 0) steps.Add(new(bracket < 0 ? member : member[..bracket], 0, 0));
        while (bracket >= 0)
        {
            var end = member.IndexOf(']', bracket);
            var index = member.AsSpan(bracket + 1, end - bracket - 1);
            var isOpen = index.EndsWith("..");
            if (isOpen) index = index[..^2];
            var first = index.IsEmpty ? 0 : int.Parse(index, CultureInfo.InvariantCulture);
            steps.Add(new(null, first, index.IsEmpty || isOpen ? int.MaxValue : first));
            bracket = member.IndexOf('[', end);
        }
    }

    private JsonPart? First(JsonPart part, int at)
    {
        if (at == _steps.Length) return part;
        var step = _steps[at];
        if (step.Name is { } name)
        {
            if (name != "*") return part.Kind == JsonTokenType.StartObject && part[name] is { } member ? First(member, at + 1) : null;
        }
        else if (part.Kind != JsonTokenType.StartArray)
        {
            return null;
        }
        var (i, last) = (0, step.Name is null ? step.Last : int.MaxValue);
        foreach (var child in part.Children)
        {
            if (i > last) break;
            if (i++ >= step.First && First(child, at + 1) is { } found) return found;
        }
        return null;
    }

    private void All(JsonPart part, int at, List<JsonPart> found)
    {
        if (at == _steps.Length)
        {
            found.Add(part);
            return;
        }
        var step = _steps[at];
        if (step.Name is { } name && name != "*")
        {
            if (part.Kind == JsonTokenType.StartObject && part[name] is { } member) All(member, at + 1, found);
            return;
        }
        if (part.Kind != (step.Name is null ? JsonTokenType.StartArray : JsonTokenType.StartObject)) return;
        var last = step.Name is null ? step.Last : int.MaxValue;
        var i = 0;
        foreach (var child in part.Children)
        {
            if (i > last) break;
            if (i++ >= step.First) All(child, at + 1, found);
        }
    }
}
