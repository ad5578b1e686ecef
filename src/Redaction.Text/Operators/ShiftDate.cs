using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Immutable;

namespace Redaction.Text;

/// <summary>Moves dates by a secret number of days that is the same for all dates of a document, of a project, or of the person whom a
/// medical record is about: intervals stay what they were, and so does the form.</summary>
/// <remarks>Season and weekday can still be guessed from a shift of less than a year.
/// A date without day or year gets its type in brackets.</remarks>
public sealed class ShiftDate : ITextOperator
{
    private const int MostDays = 36500;
    private readonly byte[] _key;
    private readonly int _days = 365;
    private readonly Sharing _sharing = Sharing.Document;
    private readonly bool _monthFirst;
    private readonly byte[]? _salt;
    private readonly DocumentSubject? _subject;

    /// <summary>Makes the operator for one project.</summary>
    public ShiftDate(RedactionKey key, string project = "")
    {
        ArgumentNullException.ThrowIfNull(key);
        _key = key.Derive("shift-date", project);
    }

    private ShiftDate(byte[] key, int days, Sharing sharing, bool monthFirst, byte[]? salt, DocumentSubject? subject) =>
        (_key, _days, _sharing, _monthFirst, _salt, _subject) = (key, days, sharing, monthFirst, salt, subject);

    /// <summary>What shares one shift.</summary>
    private enum Sharing
    {
        Document,
        Project,
        Subject,
    }

    /// <inheritdoc cref="OperatorDescription"/>
    internal static OperatorDescription Described { get; } = new(
        "shift-date", "Moves dates by a secret number of days, the same within a document, project or person, in the form they had.",
        [
            new("days", "integer", "365", "The farthest a date is moved, to either side; 1 to 36500."),
            new("scope", "document|project|subject", "document",
                "What shares one shift; subject: all records of one patient, in every file, where the format tells them."),
            new("order", "day-first|month-first", "day-first", "How 03/04/2024 is meant."),
        ], static options => Read(options));

    /// <inheritdoc/>
    public string Id => Described.Id;

    /// <inheritdoc/>
    public string Description => Described.Description;

    /// <inheritdoc/>
    public ImmutableArray<OperatorOption> Options => Described.Options;

    /// <inheritdoc/>
    public bool IsPerDocument => _sharing != Sharing.Project && _salt is null;

    /// <inheritdoc/>
    public ITextOperator Configure(OperatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.EnsureOnly(this);
        var (days, sharing, monthFirst) = Read(options);
        return new ShiftDate(_key, days, sharing, monthFirst, null, null);
    }

    private static (int Days, Sharing Sharing, bool MonthFirst) Read(OperatorOptions options) =>
        (options.Integer("days", 365, 1, MostDays), Enum.Parse<Sharing>(options.Choice("scope", "document", "project", "subject"), true),
        options.Choice("order", "day-first", "month-first") == "month-first");

    /// <inheritdoc/>
    public ITextOperator ForDocument(DocumentMemory memory)
    {
        ArgumentNullException.ThrowIfNull(memory);
        if (_sharing == Sharing.Project) return this;
        var subject = _sharing == Sharing.Subject ? memory.Of<DocumentSubject>() : null;
        return new ShiftDate(_key, _days, _sharing, _monthFirst, memory.Salt.ToArray(), subject);
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
        if (_subject?.Id is { } subject) KeyedDigest.Compute(_key, [], "shift-date/subject", subject, digest);
        else KeyedDigest.Compute(_key, _salt, "shift-date", "", digest);
        var offset = (int)(BinaryPrimitives.ReadUInt64BigEndian(digest) % (ulong)(2 * _days)) - _days;
        if (offset >= 0) offset++; // never by nothing
        date.Write(date.Value.AddDays(offset), output);
    }
}
