using System.Globalization;
using System.Text;

namespace Redaction.Text;

/// <summary>The place of the current value: <c>$.messages[1].content</c>, and the field it belongs to:
/// <c>$.messages[*].content</c>.</summary>
internal sealed class JsonPath
{
    private readonly List<Step> _steps = [];
    private readonly Dictionary<(string Parent, string Name), string> _fields = [];
    private readonly JsonColumns _columns = new();

    /// <summary>The field, with a star for every index. Equal fields give the same string, so that contexts can be kept by field.</summary>
    public string Field => _steps.Count == 0 ? "$" : _steps[^1].Field;

    /// <summary>What names the current value where its own name is that of any value: the other half of a pair in the same
    /// object.</summary>
    public string? Caption
    {
        get
        {
            if (_columns.Of(_steps.Count, RowIndex, CellIndex) is { } column) return column;
            if (Header is { } names && _steps.Count == 1 && CellIndex >= 0 && CellIndex < names.Length) return names[CellIndex];
            if (IsOfCookie) return "cookie";
            for (var i = _steps.Count - 1; i >= 0; i--)
            {
                if (_steps[i].Name is not { } name) continue;
                if (!PairNames.IsValue(name)) return null;
                if (_steps[i].Caption is { } label) return label;
            }
            return null;
        }
    }

    /// <summary>Names of the columns of a record that is a list; null where it has none.</summary>
    public string[]? Header { get; set; }

    /// <summary>True for the value of a pair whose name was not seen yet.</summary>
    public bool IsUnnamed =>
        _steps.Count > 0 && _steps[^1] is { Name: { Length: > 0 } name, Caption: null } && PairNames.IsValue(name);

    /// <summary>True for a value that may name those beside it.</summary>
    public bool IsNaming => _steps.Count > 0 && _steps[^1].Name is { Length: > 0 } name && PairNames.IsNaming(name);

    /// <summary>Keeps a value as the name of those beside it.</summary>
    public void SetCaption(string label) => _steps[^1] = _steps[^1] with { Caption = label };

    /// <summary>Which element of an array at the root this is in; 0 where there is none.</summary>
    public int RootIndex => _steps.Count > 0 && _steps[0].Name is null ? (int)_steps[0].Index : 0;

    public void EnterArray() => _steps.Add(new(null, 0, Join(Field, "[*]")));

    public void EnterObject() => _steps.Add(new("", 0, Field));

    public void Clear()
    {
        _steps.Clear();
        _columns.Clear();
    }

    public void Leave()
    {
        _steps.RemoveAt(_steps.Count - 1);
        _columns.Leave(_steps.Count);
    }

    /// <summary>A text was read at this place: it may name a column of a table that the document holds.</summary>
    public void Pass(ReadOnlySpan<char> text)
    {
        if (_steps.Count > 1 && _steps[^1].Name is null) _columns.Take(text, _steps.Count, _steps[^2].Name, RowIndex, CellIndex);
    }

    /// <summary>True for the value of a cookie in a list of them (HTTP Archive 1.2), whatever the cookie is called.</summary>
    private bool IsOfCookie => _steps.Count > 2 && _steps[^1].Name is "value" && _steps[^2].Name is null && _steps[^3].Name is "cookies";

    private long CellIndex => _steps.Count > 0 && _steps[^1].Name is null ? _steps[^1].Index : -1;

    private long RowIndex => _steps.Count > 1 && _steps[^2].Name is null ? _steps[^2].Index : -1;

    public void SetName(string name)
    {
        var parent = _steps.Count > 1 ? _steps[^2].Field : "$";
        _steps[^1] = new(name, 0, Join(parent, "." + name)) { Caption = _steps[^1].Caption };
    }

    /// <summary>Called after each value: the next one in an array has the next index.</summary>
    public void Next()
    {
        if (_steps.Count > 0 && _steps[^1].Name is null) _steps[^1] = _steps[^1] with { Index = _steps[^1].Index + 1 };
    }

    public override string ToString()
    {
        var path = new StringBuilder("$");
        foreach (var step in _steps)
        {
            if (step.Name is null) path.Append(CultureInfo.InvariantCulture, $"[{step.Index}]");
            else if (step.Name.Length > 0) path.Append('.').Append(step.Name);
        }
        return path.ToString();
    }

    private string Join(string parent, string name)
    {
        if (_fields.TryGetValue((parent, name), out var field)) return field;
        if (_fields.Count > 4096) _fields.Clear(); // keys may be data: keep memory bounded
        return _fields[(parent, name)] = parent + name;
    }

    private readonly record struct Step(string? Name, long Index, string Field)
    {
        public string? Caption { get; init; }
    }
}
