using System.Collections.Immutable;
using System.Globalization;

namespace Redaction.Batch;

/// <summary>Sees to it that nothing of a request is ignored in silence: what names nothing is refused before anything is read, what matches
/// nothing is told at the end.</summary>
internal sealed class RequestCheck
{
    private readonly RedactionEngine _engine;
    private readonly ImmutableArray<Glob> _fields;
    private readonly bool _allows;
    private readonly RedactionContext? _context;

    /// <exception cref="UnknownChoiceException">A name fits nothing there is.</exception>
    public RequestCheck(RedactionEngine engine, RedactionContext context, ImmutableArray<Glob> fields, bool allowUnmatched)
        : this(engine, fields, allowUnmatched)
    {
        PolicyNames.Require(engine.Policy, engine.Declared, context, fields);
        _context = context;
    }

    /// <summary>For a search that repeats another, which was checked.</summary>
    public RequestCheck(RedactionEngine engine, ImmutableArray<Glob> fields, bool allowUnmatched)
    {
        (_engine, _fields, _allows) = (engine, fields, allowUnmatched);
        Usage = new(Asked());
        DataTypes = new(engine.Policy.DataTypes);
    }

    /// <summary>Is told which fields there are.</summary>
    public FieldUsage Usage { get; }

    /// <summary>The data types of the items.</summary>
    public DataTypeMap DataTypes { get; }

    /// <summary>True when an item without any of the fields is refused.</summary>
    public bool RequiresField => !_allows && !_fields.IsEmpty;

    /// <summary>What was nowhere, one sentence each.</summary>
    /// <param name="isWhole">All items of the input were looked at, not a share of them.</param>
    /// <param name="isEmpty">There was no item.</param>
    public ImmutableArray<string> Unmatched(bool isWhole = false, bool isEmpty = false)
    {
        var paths = new SafePaths(_engine.Paths);
        string[] seen = [.. Usage.Seen];
        string[] names = [.. seen.Select(static f => f.Split('.')[^1].Replace("[*]", "", StringComparison.Ordinal)).Distinct()];
        return
        [
            .. isEmpty ? ["There is no file in the input."] : (string[])[],
            .. Usage.Unmet.Select(asked => Sentence(asked.Words, asked.Pattern.Pattern)),
            .. PolicyReach.Of(_engine.Policy).Select(static f => f.Problem),
            .. _context is null ? [] : RunReach.Unsaid(_engine.Policy, _context),
            .. isWhole && DataTypes.IsUnmet ? ["None of the paths of the policy's 'dataTypes' is the path of an item."] : (string[])[],
        ];

        string Sentence(string words, string pattern)
        {
            var closest = paths.Of(Choices.Closest(pattern, pattern.StartsWith('$') ? seen : names));
            return $"{words} '{pattern}' is in no record" + (closest is null ? "." : $": did you mean '{closest}'?");
        }
    }

    /// <summary>Rules that are for other runs than this one, one sentence each: no failure.</summary>
    public ImmutableArray<string> Notes => _context is null ? [] : RunReach.Other(_engine.Policy, _context);

    private IEnumerable<(string Words, Glob Pattern)> Asked()
    {
        foreach (var field in _fields) yield return ("The field", field);
        var rules = _engine.Policy.Policy.Rules;
        for (var i = 0; i < rules.Length; i++)
            if (rules[i].Field is { } field)
                yield return (string.Create(CultureInfo.InvariantCulture, $"Rule {i + 1} of the policy matches nothing: its field"), field);
        foreach (var type in _engine.Policy.DataTypes)
            if (type.Field is { } field) yield return ($"The data type '{type.Is}' is told by a field, but", field);
        foreach (var field in _engine.Policy.Fields.Only.Concat(_engine.Policy.Fields.Drop))
            yield return ("The policy's 'fields' names a field, but", field);
    }
}
