using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Redaction.Text;

/// <summary>Leaves out of documents what is not needed, before anything else is done with them.</summary>
/// <param name="only">The fields that leave; empty where <paramref name="drop"/> says which do not.</param>
/// <param name="drop">The fields that do not leave.</param>
/// <param name="usage">Is told which fields there are.</param>
internal sealed class FieldProjection(ImmutableArray<Glob> only, ImmutableArray<Glob> drop, FieldUsage? usage)
{
    private const int MostRemembered = 4096;

    /// <summary>Text of named values, which is read as running text: nothing could be left out of it.</summary>
    private static readonly FrozenSet<string> s_settings =
    new[]
    {
        ".cfg", ".cnf", ".conf", ".env", ".ini", ".json5", ".jsonc", ".ldif", ".properties", ".sql", ".toml", ".yaml", ".yml",
    }.ToFrozenSet(StringComparer.Ordinal);

    private readonly Dictionary<string, bool> _known = new(StringComparer.Ordinal);

    /// <summary>True when nothing but named fields leaves.</summary>
    public bool IsOnly => !only.IsEmpty;

    /// <summary>What was left out so far.</summary>
    public DroppedFields Dropped { get; } = new();

    /// <summary>True when the field, or what it lies in, is among the named ones.</summary>
    public bool Names(string field)
    {
        if (_known.TryGetValue(field, out var isNamed)) return isNamed;
        if (_known.Count > MostRemembered) _known.Clear(); // keys may be data: keep memory bounded
        usage?.See(field);
        foreach (var pattern in IsOnly ? only : drop) isNamed |= FieldPattern.Matches(pattern, field);
        return _known[field] = isNamed;
    }

    /// <summary>The document without what is not needed; as it is where it is running text, which has no fields.</summary>
    /// <exception cref="RedactionException">The document has fields that cannot be left out.</exception>
    public Stream Of(IDocumentFormat format, string name, Stream input, CancellationToken cancellation) => format switch
    {
        IJsonFormat { IsLines: false } => new PumpedStream(output => new JsonProjection(this).Run(input, output), cancellation),
        IJsonFormat => new PumpedStream(output => new JsonProjection(this).RunLines(input, output), cancellation),
        Csv => new PumpedStream(output => new CsvProjection(this).Run(input, output), cancellation),
        Xml => new PumpedStream(output => new MarkupProjection(new XmlFieldWriter(this), isHtml: false).Run(input, output), cancellation),
        Html => new PumpedStream(output => new MarkupProjection(new HtmlFieldWriter(this), isHtml: true).Run(input, output), cancellation),
        { Id: "hl7" or "parquet" or "xlsx" } => throw Refusal(format.Id.ToUpperInvariant()),
        ContentLines => throw Refusal("calendars and contacts"),
        Ldif => throw Refusal("entries of directories"),
        SettingsText => throw Refusal("settings and SQL"),
        PlainText when s_settings.Contains(Path.GetExtension(name).ToLowerInvariant()) => throw Refusal("settings and SQL"),
        _ => input,
    };

    private static RedactionException Refusal(string what) =>
        new(ErrorCodes.UnsupportedFormat, "fields", $"The policy's 'fields' cannot be applied to {what}.");
}
