using System.Globalization;
using System.Text;

namespace Redaction.Documents;

/// <summary>Where a walker is in a resource: the objects and arrays that are open.</summary>
internal sealed class FhirPlace
{
    private readonly List<Step> _steps = [];

    /// <summary>The element of the value that comes next.</summary>
    public FhirElement? Element => _steps.Count == 0 ? null : _steps[^1].Current;

    /// <summary>The element of the object that is open.</summary>
    public FhirElement? Open => _steps.Count == 0 ? null : _steps[^1].Element;

    /// <summary>Where the innermost open object begins in the buffer; -1 where none is open.</summary>
    public int ObjectStart
    {
        get
        {
            for (var i = _steps.Count - 1; i >= 0; i--)
                if (!_steps[i].IsArray) return _steps[i].Start;
            return -1;
        }
    }

    /// <summary>How many are open.</summary>
    public int Depth => _steps.Count;

    /// <summary>True while the innermost one is an array.</summary>
    public bool IsArray => _steps.Count > 0 && _steps[^1].IsArray;

    /// <summary>How many properties of the open object are written.</summary>
    public int Kept => _steps[^1].Kept;

    public void Enter(FhirElement element, bool isArray, int start) => _steps.Add(new(element, element, isArray, 0, start, 0));

    public void Leave()
    {
        _steps.RemoveAt(_steps.Count - 1);
        Next();
    }

    /// <summary>Takes the last step of an index back: the value is looked at once more.</summary>
    public void Back()
    {
        if (IsArray) _steps[^1] = _steps[^1] with { Index = _steps[^1].Index - 1 };
    }

    public void Clear() => _steps.Clear();

    /// <summary>Goes on to a property of the open object.</summary>
    public FhirElement SetName(ReadOnlySpan<byte> name)
    {
        var child = _steps[^1].Element.Child(name);
        _steps[^1] = _steps[^1] with { Current = child };
        return child;
    }

    /// <summary>Notes that the property is written.</summary>
    public void Keep() => _steps[^1] = _steps[^1] with { Kept = _steps[^1].Kept + 1 };

    /// <summary>Called after each value: the next one in an array has the next index.</summary>
    public void Next()
    {
        if (IsArray) _steps[^1] = _steps[^1] with { Index = _steps[^1].Index + 1 };
    }

    /// <summary>The path with indexes: <c>$.entry[3].resource.name[0].family</c>.</summary>
    public override string ToString()
    {
        var path = new StringBuilder("$");
        foreach (var step in _steps)
        {
            if (step.IsArray) path.Append(CultureInfo.InvariantCulture, $"[{step.Index}]");
            else if (step.Current != step.Element) path.Append('.').Append(step.Current.Name);
        }
        return path.ToString();
    }

    private readonly record struct Step(FhirElement Element, FhirElement Current, bool IsArray, long Index, int Start, int Kept);
}
