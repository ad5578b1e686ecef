using System.Globalization;
using System.Text;

namespace Redaction.Documents.Office;

/// <summary>The names of sheets, which formulas repeat: one that holds what the policy takes out becomes another that is legal and
/// distinct.</summary>
internal sealed class SheetNames
{
    private const int Longest = 31;
    private readonly Dictionary<string, string> _renamed = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>True when a name changes.</summary>
    public bool HasAny => _renamed.Count > 0;

    /// <summary>Takes in the names of all sheets.</summary>
    public void Read(IReadOnlyList<string> names, OfficePlans plans, RedactionContext context)
    {
        _taken.UnionWith(names);
        foreach (var name in names)
        {
            var plan = plans.Gather(name, context);
            if (plan.Items.IsEmpty || _renamed.ContainsKey(name)) continue;
            var written = new StringBuilder();
            var position = 0;
            foreach (var item in plan.Items)
            {
                written.Append(name.AsSpan(position..item.Finding.Region.Start)).Append(item.Finding.Type.Name);
                position = item.Finding.Region.End;
            }
            _renamed[name] = Distinct(written.Append(name.AsSpan(position)).ToString());
        }
    }

    /// <summary>The new name of a sheet; null when it keeps its own.</summary>
    public string? Of(ReadOnlySpan<char> name) =>
        HasAny && _renamed.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var renamed) ? renamed : null;

    /// <summary>A formula with the new names; null when it names no sheet that has one.</summary>
    public string? Rewrite(ReadOnlySpan<char> formula)
    {
        if (!HasAny || !formula.Contains('!')) return null;
        StringBuilder? written = null;
        var position = 0;
        for (var sign = formula.IndexOf('!'); sign > 0; sign = Next(formula, sign))
        {
            var start = formula[sign - 1] == '\'' ? QuotedStart(formula, sign - 1) : BareStart(formula, sign);
            if (start < position || start == sign) continue;
            var name = formula[start..sign].Trim('\'').ToString().Replace("''", "'", StringComparison.Ordinal);
            if (Of(name) is not { } renamed) continue;
            written ??= new();
            written.Append(formula[position..start]).Append('\'').Append(renamed.Replace("'", "''", StringComparison.Ordinal)).Append('\'');
            position = sign;
        }
        return written?.Append(formula[position..]).ToString();
    }

    private string Distinct(string name)
    {
        name = string.Concat(name.Where(static c => c is not ('[' or ']' or ':' or '*' or '?' or '/' or '\\'))).Trim('\'', ' ');
        if (name.Length == 0) name = "sheet";
        if (name.Length > Longest - 4) name = name[..(Longest - 4)];
        for (var i = 1; ; i++)
        {
            var given = string.Create(CultureInfo.InvariantCulture, $"{name}_{i}");
            if (_taken.Add(given)) return given;
        }
    }

    private static int Next(ReadOnlySpan<char> formula, int sign)
    {
        var step = formula[(sign + 1)..].IndexOf('!');
        return step < 0 ? -1 : sign + 1 + step;
    }

    private static int QuotedStart(ReadOnlySpan<char> formula, int quote)
    {
        for (var i = quote - 1; i >= 0; i--)
        {
            if (formula[i] != '\'') continue;
            if (i > 0 && formula[i - 1] == '\'') { i--; continue; }
            return i;
        }
        return quote + 1;
    }

    private static int BareStart(ReadOnlySpan<char> formula, int sign)
    {
        var start = sign;
        while (start > 0 && (char.IsLetterOrDigit(formula[start - 1]) || formula[start - 1] is '_' or '.')) start--;
        return start;
    }
}
