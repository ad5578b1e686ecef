using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Immutable;

namespace Redaction.Text;

/// <summary>Moves dates by a secret number of days that is the same for all dates of a document, or of a project:
/// intervals stay what they were, and so does the form.</summary>
/// <remarks>Season and weekday can still be guessed from a shift of less than a year.
/// A date without day or year gets its type in brackets.</remarks>
public sealed class ShiftDate : ITextOperator
{
    private const int MostDays = 36500;
    private readonly byte[] _key;
    private readonly int _days = 365;
    private readonly bool _perDocument = true;
    private readonly bool _monthFirst;
    private readonly byte[]? _salt;

    /// <summary>Makes the operator for one project.</summary>
    public ShiftDate(RedactionKey key, string project = "")
    {
        ArgumentNullException.ThrowIfNull(key);
        _key = key.Derive("shift-date", project);
    }

    private ShiftDate(byte[] key, int days, bool perDocument, bool monthFirst, byte[]? salt) =>
        (_key, _days, _perDocument, _monthFirst, _salt) = (key, days, perDocument, monthFirst, salt);

    /// <inheritdoc cref="OperatorDescription"/>
    internal static OperatorDescription Described { get; } = new(
        "shift-date", "Moves dates by a secret number of days, the same within a document or project, in the form they had.",
        [
            new("days", "integer", "365", "The farthest a date is moved, to either side; 1 to 36500."),
            new("scope", "document|project", "document", "What shares one shift."),
            new("order", "day-first|month-first", "day-first", "How 03/04/2024 is meant."),
        ], static options => Read(options));

    /// <inheritdoc/>
    public string Id => Described.Id;

    /// <inheritdoc/>
    public string Description => Described.Description;

    /// <inheritdoc/>
    public ImmutableArray<OperatorOption> Options => Described.Options;

    /// <inheritdoc/>
    public bool IsPerDocument => _perDocument && _salt is null;

    /// <inheritdoc/>
    public ITextOperator Configure(OperatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.EnsureOnly(this);
        var (days, perDocument, monthFirst) = Read(options);
        return new ShiftDate(_key, days, perDocument, monthFirst, null);
    }

    private static (int Days, bool PerDocument, bool MonthFirst) Read(OperatorOptions options) =>
        (options.Integer("days", 365, 1, MostDays), options.Choice("scope", "document", "project") == "document",
        options.Choice("order", "day-first", "month-first") == "month-first");

    /// <inheritdoc/>
    public ITextOperator ForDocument(DocumentMemory memory)
    {
        ArgumentNullException.ThrowIfNull(memory);
        return _perDocument ? new ShiftDate(_key, _days, _perDocument, _monthFirst, memory.Salt.ToArray()) : this;
    }

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<char> original, in PlannedRedaction<TextSpan> item, IBufferWriter<char> output)
    {
        if (!DateText.TryRead(original, _monthFirst, out var date))
        {
            TypeLabel.Write(item.Finding.Type, output);
            return;
        }
        Span<byte> digest = stackalloc byte[KeyedDigest.Size];
        KeyedDigest.Compute(_key, _salt, "shift-date", "", digest);
        var offset = (int)(BinaryPrimitives.ReadUInt64BigEndian(digest) % (ulong)(2 * _days)) - _days;
        if (offset >= 0) offset++; // never by nothing
        date.Write(date.Value.AddDays(offset), output);
    }
}
