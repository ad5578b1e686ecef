using System.Globalization;

namespace Redaction;

/// <summary>
/// The account that a reader gives of one item: every unit of the input was searched, is structure that the standard of the format
/// defines, was handed to another reader, was left out by the caller, or could not be searched. The sum is the size of the input.
/// </summary>
/// <remarks>One ledger belongs to one item. Not thread-safe.</remarks>
public sealed class SearchLedger
{
    /// <summary>The most places that are kept; more are only counted.</summary>
    public const int MostPlaces = 20;

    private readonly List<UnsearchedPlace> _places = [];
    private readonly SortedDictionary<string, SearchLedger> _parts = new(StringComparer.Ordinal);

    /// <summary>Makes an empty ledger.</summary>
    /// <param name="choice">What happens to what cannot be searched.</param>
    public SearchLedger(UnsearchedChoice choice = UnsearchedChoice.Refuse) => Choice = choice;

    /// <summary>What happens to what cannot be searched, unless its kind has a rule of its own.</summary>
    public UnsearchedChoice Choice { get; }

    /// <summary>What is counted, such as <c>bytes</c>, <c>characters</c>, <c>frames</c>, <c>pages</c>.</summary>
    public string Unit { get; private set; } = "bytes";

    /// <summary>Looked at by the detectors.</summary>
    public long Searched { get; private set; }

    /// <summary>
    /// Keys, tags, delimiters, headers, numbers that are too short for any value: what the standard of the format defines.
    /// </summary>
    public long Structure { get; private set; }

    /// <summary>Handed to another reader, which gives an account of its own in <see cref="Parts"/> when something is left over.</summary>
    public long Embedded { get; private set; }

    /// <summary>Left out because the caller said so.</summary>
    public long Excluded { get; private set; }

    /// <summary>Not searched by anything, whatever was done with it.</summary>
    public long Unsearched { get; private set; }

    /// <summary>The part of <see cref="Unsearched"/> for which the item is refused.</summary>
    public long Refused { get; private set; }

    /// <summary>All of it: the size of the input.</summary>
    public long Total => Searched + Structure + Embedded + Excluded + Unsearched;

    /// <summary>The first places of what was not searched.</summary>
    public IReadOnlyList<UnsearchedPlace> Places => _places;

    /// <summary>Number of all places of what was not searched.</summary>
    public long PlaceCount { get; private set; }

    /// <summary>Accounts of what is measured in another unit or was handed to another reader, by name.</summary>
    public IReadOnlyDictionary<string, SearchLedger> Parts => _parts;

    /// <summary>One of <see cref="Redaction.Medium.All"/>.</summary>
    public string Medium { get; private set; } = Redaction.Medium.Text;

    /// <summary>Says what is counted.</summary>
    /// <param name="unit">Such as <c>bytes</c>.</param>
    /// <param name="medium">One of <see cref="Redaction.Medium.All"/>.</param>
    public void CountIn(string unit, string medium = Redaction.Medium.Text)
    {
        ArgumentException.ThrowIfNullOrEmpty(unit);
        ArgumentException.ThrowIfNullOrEmpty(medium);
        (Unit, Medium) = (unit, medium);
    }

    /// <summary>Counts what the detectors look at.</summary>
    public void AddSearched(long amount) => Searched += amount;

    /// <summary>Counts structure.</summary>
    public void AddStructure(long amount) => Structure += amount;

    /// <summary>Counts what another reader takes.</summary>
    public void AddEmbedded(long amount) => Embedded += amount;

    /// <summary>Counts what the caller left out.</summary>
    public void AddExcluded(long amount) => Excluded += amount;

    /// <summary>
    /// Counts what nothing could search and tells its place; <see cref="Choice"/> decides on it unless the place says what was done.
    /// </summary>
    public void AddUnsearched(in UnsearchedPlace place)
    {
        Unsearched += place.Amount;
        if (place.Done == UnsearchedChoice.Refuse) Refused += place.Amount;
        PlaceCount++;
        if (_places.Count < MostPlaces) _places.Add(place);
    }

    /// <summary>
    /// Counts as not searched what was counted as searched before: a value that the detectors looked at, but that holds what no text is.
    /// </summary>
    public void TakeBack(in UnsearchedPlace place)
    {
        var searched = Math.Min(Searched, place.Amount);
        Searched -= searched;
        Structure -= place.Amount - searched;
        AddUnsearched(place);
    }

    /// <summary>Adds the account of a part that is measured in another unit or was handed to another reader.</summary>
    public void AddPart(string name, SearchLedger part)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(part);
        _parts[name] = part;
    }

    /// <summary>What stands in the account now, to go back to.</summary>
    internal (long Searched, long Structure, long Embedded, long Excluded, long Unsearched, long Refused, long Places) Mark() =>
        (Searched, Structure, Embedded, Excluded, Unsearched, Refused, PlaceCount);

    /// <summary>Forgets what was counted since: the record it belonged to is left out.</summary>
    internal void Return((long Searched, long Structure, long Embedded, long Excluded, long Unsearched, long Refused, long Places) mark)
    {
        (Searched, Structure, Embedded, Excluded, Unsearched, Refused, PlaceCount) = mark;
        if (_places.Count > PlaceCount) _places.RemoveRange((int)PlaceCount, _places.Count - (int)PlaceCount);
    }

    /// <summary>Ends the account: the observer is notified, and an item with parts that nothing could search is refused.</summary>
    /// <param name="component">Id of the reader.</param>
    /// <param name="observer">Is notified first, so that a refusal can be told in full.</param>
    /// <exception cref="RedactionException">Something must not be released (<see cref="ErrorCodes.Unsearched"/>).</exception>
    public void Close(string component, RedactionObserver observer)
    {
        ArgumentNullException.ThrowIfNull(observer);
        observer.OnSearched(this);
        Refuse(component);
    }

    private void Refuse(string component)
    {
        foreach (var part in _parts.Values) part.Refuse(component);
        if (Refused == 0) return;
        var first = _places.Find(static p => p.Done == UnsearchedChoice.Refuse);
        throw new RedactionException(ErrorCodes.Unsearched, component, string.Create(CultureInfo.InvariantCulture,
            $"{Refused} {Unit} cannot be searched, first {first.Kind}{Where(first)}; the policy's 'unsearched' may say erase or keep."));
    }

    /// <summary>Returns the amounts only.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Unit}: {Searched} searched, {Structure} structure, {Embedded} embedded, {Excluded} excluded, {Unsearched} unsearched");

    private string Where(in UnsearchedPlace place) => (place.Line, place.Offset) switch
    {
        ( > 0, >= 0) => string.Create(CultureInfo.InvariantCulture, $" in line {place.Line}, {Unit} {place.Offset}"),
        ( > 0, _) => string.Create(CultureInfo.InvariantCulture, $" in line {place.Line}"),
        (_, >= 0) => string.Create(CultureInfo.InvariantCulture, $" at {Unit} {place.Offset}"),
        _ => "",
    };
}
