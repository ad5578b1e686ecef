using System.Text.Json;

namespace Redaction.Evaluation;

/// <summary>Measured figures by path, such as <c>entities / email / strict / recall</c>; sorted,
/// so that equal figures are equal bytes.</summary>
public sealed class FigureTree
{
    private readonly SortedDictionary<string, FigureTree> _branches = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, double?> _figures = new(StringComparer.Ordinal);

    /// <summary>Figures of this node by name; null where there was nothing to measure.</summary>
    public IReadOnlyDictionary<string, double?> Figures => _figures;

    /// <summary>The nodes below this one, by name.</summary>
    public IReadOnlyDictionary<string, FigureTree> Branches => _branches;

    /// <summary>The node of a name, made when it is not there.</summary>
    public FigureTree this[string name]
    {
        get
        {
            if (!_branches.TryGetValue(name, out var branch)) _branches.Add(name, branch = new());
            return branch;
        }
    }

    /// <summary>Sets a figure.</summary>
    public void Set(string name, double? value) => _figures[name] = value;

    /// <summary>Adds counts and the ratios made of them.</summary>
    internal void Set(Tally tally)
    {
        Set("support", tally.Support);
        Set("truePositives", tally.TruePositives);
        Set("falsePositives", tally.FalsePositives);
        Set("falseNegatives", tally.FalseNegatives);
        Set("precision", tally.Precision);
        Set("recall", tally.Recall);
        Set("f1", tally.F(1));
        Set("f2", tally.F(2));
    }

    /// <summary>A figure by its path, or null.</summary>
    public double? Find(params ReadOnlySpan<string> path) =>
        path.Length == 1 ? _figures.GetValueOrDefault(path[0])
        : path.Length > 1 && _branches.TryGetValue(path[0], out var branch) ? branch.Find(path[1..]) : null;

    /// <summary>Writes the figures and then the nodes below as one JSON object, at six decimals.</summary>
    public void WriteJson(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject();
        WriteMembers(json);
        json.WriteEndObject();
    }

    /// <summary>As <see cref="WriteJson"/>, into an object that is open.</summary>
    public void WriteMembers(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        foreach (var (name, value) in _figures)
        {
            if (value is { } number) json.WriteNumber(name, Math.Round(number, 6));
            else json.WriteNull(name);
        }
        foreach (var (name, branch) in _branches)
        {
            json.WritePropertyName(name);
            branch.WriteJson(json);
        }
    }
}
