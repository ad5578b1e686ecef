using System.Globalization;
using System.Runtime.InteropServices;

namespace Redaction.Documents;

/// <summary>Where a walker is in a resource: the objects and arrays that are open.</summary>
internal sealed class FhirPlace
{
    private const int MostPaths = 4096, Longest = 24; // letters of an index in its brackets
    private readonly List<Step> _steps = [];
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _paths =
        new HashSet<string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private char[] _path = new char[256];

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

    /// <summary>The path with indexes: <c>$.entry[3].resource.name[0].family</c>; the same string for the same path, as records of one kind
    /// have the same ones.</summary>
    public override string ToString()
    {
        var length = 1;
        _path[0] = '$';
        foreach (ref readonly var step in CollectionsMarshal.AsSpan(_steps))
        {
            var name = step.IsArray || step.Current == step.Element ? "" : step.Current.Name;
            if (_path.Length < length + name.Length + Longest) Array.Resize(ref _path, 2 * (length + name.Length + Longest));
            if (step.IsArray)
            {
                _path[length++] = '[';
                step.Index.TryFormat(_path.AsSpan(length), out var digits, provider: CultureInfo.InvariantCulture);
                length += digits;
                _path[length++] = ']';
            }
            else if (name.Length > 0)
            {
                _path[length++] = '.';
                name.CopyTo(_path.AsSpan(length));
                length += name.Length;
            }
        }
        var path = _path.AsSpan(0, length);
        if (_paths.TryGetValue(path, out var known)) return known;
        if (_paths.Set.Count >= MostPaths) _paths.Set.Clear();
        known = path.ToString();
        _paths.Set.Add(known);
        return known;
    }

    private readonly record struct Step(FhirElement Element, FhirElement Current, bool IsArray, long Index, int Start, int Kept);
}
