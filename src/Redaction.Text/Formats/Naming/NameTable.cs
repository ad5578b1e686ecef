using System.Buffers;
using System.Globalization;

namespace Redaction.Text;

/// <summary>The names of things in one document. Names are structure: only values that tell by themselves what they are are taken
/// out of them, equal names get equal new ones, different names never the same, and each is legal where it stands.</summary>
/// <remarks>Belongs to one thread.</remarks>
internal sealed class NameTable(TextRedactor redactor, NameGrammar grammar)
{
    private const int MostKnown = 4096, MostNumbered = 65536, LongestKnown = 128;

    private readonly HashSet<string> _clean = new(StringComparer.Ordinal);
    private readonly HashSet<string> _numbered = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _owners = new(StringComparer.Ordinal);
    private readonly Dictionary<(EntityType Type, string Value), int> _numbers = [];
    private readonly Dictionary<EntityType, int> _counts = [];
    private readonly ArrayBufferWriter<char> _written = new();

    /// <summary>Looks at a name.</summary>
    /// <param name="name">The name, as written.</param>
    /// <param name="context">Its context, with the path of the name as field.</param>
    /// <param name="mention">What the name is known to be from elsewhere.</param>
    /// <exception cref="RedactionException">The name is one that was given to another.</exception>
    public NamedThing Of(ReadOnlySpan<char> name, RedactionContext context, Finding<TextSpan>? mention = null)
    {
        if (mention is null && _clean.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name)) return default;
        var plan = redactor.PlanName(name, context, mention);
        if (!plan.Items.IsEmpty) return new(Rename(name.ToString(), plan), plan);
        if (plan.Kept > 0) return new(null, plan);
        Keep(name);
        return default;
    }

    /// <summary>Forgets the document.</summary>
    public void Clear()
    {
        _clean.Clear();
        _numbered.Clear();
        _names.Clear();
        _owners.Clear();
        _numbers.Clear();
        _counts.Clear();
        _written.Clear();
    }

    private void Keep(ReadOnlySpan<char> name)
    {
        if (LooksGiven(name))
        {
            var written = name.ToString();
            if (_owners.ContainsKey(written))
                throw new RedactionException(ErrorCodes.Malformed, "names", "A name is the one that was given to another.");
            if (_numbered.Count < MostNumbered) _numbered.Add(written);
        }
        if (name.Length > LongestKnown) return;
        if (_clean.Count >= MostKnown) _clean.Clear(); // names may be data: keep memory bounded
        _clean.Add(name.ToString());
    }

    /// <summary>True for names that end like those that are given here.</summary>
    private static bool LooksGiven(ReadOnlySpan<char> name)
    {
        var end = name.Length;
        while (end > 0 && char.IsAsciiDigit(name[end - 1])) end--;
        return end > 1 && end < name.Length && name[end - 1] == '_';
    }

    private string Rename(string name, RedactionPlan<TextSpan> plan)
    {
        if (_names.TryGetValue(name, out var known)) return known;
        redactor.Writer.Observe(name, plan);
        _written.ResetWrittenCount();
        var position = 0;
        foreach (ref readonly var item in plan.Items.AsSpan())
        {
            var span = item.Finding.Region;
            _written.Write(name.AsSpan(position..span.Start));
            Write(name.AsSpan(span.Start, span.Length), in item);
            position = span.End;
        }
        _written.Write(name.AsSpan(position));
        var first = _written.WrittenSpan.ToString();
        var given = first;
        for (var i = 2; _numbered.Contains(given) || !_owners.TryAdd(given, name); i++)
            given = string.Create(CultureInfo.InvariantCulture, $"{first}_{i}");
        return _names[name] = given;
    }

    /// <summary>What the operator writes, where that is a legal name and tells values apart; else the type with a number.</summary>
    private void Write(ReadOnlySpan<char> value, in PlannedRedaction<TextSpan> item)
    {
        if (grammar == NameGrammar.Free)
        {
            var before = _written.WrittenCount;
            redactor.Writer.WriteReplacement(value, in item, _written);
            var written = _written.WrittenSpan[before..];
            if (TellsApart(written)) return;
            var kept = _written.WrittenSpan[..before].ToString();
            _written.ResetWrittenCount();
            _written.Write(kept);
        }
        var type = item.Finding.Type;
        if (!_numbers.TryGetValue((type, value.ToString()), out var number))
            _numbers[(type, value.ToString())] = number = _counts[type] = _counts.GetValueOrDefault(type) + 1;
        _written.Write(type.Name);
        _written.Write(string.Create(CultureInfo.InvariantCulture, $"_{number}"));
    }

    /// <summary>Neither nothing, nor signs alone, nor a type in brackets.</summary>
    private static bool TellsApart(ReadOnlySpan<char> written)
    {
        if (written is ['[', .., ']'] && !written.Contains(':')) return false;
        foreach (var c in written)
            if (char.IsLetterOrDigit(c)) return true;
        return false;
    }
}
