using System.Collections.Immutable;
using Redaction.Text;

namespace Redaction.Documents.Dicom;

/// <summary>What the header of a file says about persons and places, to be found in its texts and pixels.</summary>
internal sealed class KnownValues : ITextDetector, IFindingRefiner<TextSource, TextSpan>, ITechnicalPicture
{
    private const int ShortestTerm = 4, MostValues = 2000;
    private readonly SubjectProfile? _persons;
    private readonly DenyList? _terms;

    private KnownValues(HashSet<string> names, HashSet<string> ids, HashSet<string> terms)
    {
        if (names.Count + ids.Count > 0) _persons = new(names, ids);
        if (terms.Count > 0) _terms = new(terms);
        Fingerprint = string.Join('\n', names.Concat(ids).Concat(terms).Order(StringComparer.Ordinal));
    }

    /// <inheritdoc/>
    public DetectorInfo Info { get; } = new("dicom-header", ImmutableArray.Create(EntityTypes.Person, EntityTypes.Term));

    /// <inheritdoc/>
    public string Id => Info.Id;

    /// <summary>All that the header says, to tell it from what another one does.</summary>
    public string Fingerprint { get; }

    /// <summary>True when the header says nothing.</summary>
    public bool IsEmpty => _persons is null && _terms is null;

    /// <summary>Takes in a data set with all its sequences: values that do not stay under the settings, unless they describe.</summary>
    public static KnownValues Of(DicomFile file, DicomSettings settings)
    {
        var (names, ids, terms) = (new HashSet<string>(), new HashSet<string>(), new HashSet<string>());
        Collect(file.Dataset, CharacterSet.Default);
        return new(names, ids, terms);

        void Collect(DicomDataset dataset, CharacterSet outer)
        {
            var set = DicomValues.SetOf(dataset, file.Source, outer);
            foreach (var element in dataset.Elements)
            {
                foreach (var item in element.Items ?? []) Collect(item, set);
                if (element.Items is not null || element.Tag.IsPrivate || names.Count + ids.Count + terms.Count > MostValues) continue;
                var row = ProfileTable.Find(element.Tag);
                var isName = element.Vr == Vr.PN;
                if (!isName && (row is null || row.IsDescriptor || row.IsTemporal || !IsTerm(element.Vr))) continue;
                if (row?.Under(settings) is ProfileAction.Keep or ProfileAction.Clean && !isName) continue;
                foreach (var value in (set.Decode(element.In(file.Source)) ?? "").Split('\\', '=', '\r', '\n')) Add(value, isName);
            }
        }

        void Add(string value, bool isName)
        {
            value = value.Trim(' ', '\0', '^', ',');
            var letters = value.Count(char.IsLetterOrDigit);
            if (isName) AddName(value);
            else if (letters is >= 5 and <= 48 && value.Any(char.IsAsciiDigit)) ids.Add(value);
            if (!isName && letters >= ShortestTerm && !DicomValues.IsPlaceholder(value)) terms.Add(value);
        }

        void AddName(string value)
        {
            var parts = value.Split('^', StringSplitOptions.TrimEntries);
            var isOrdered = parts.Length > 1;
            var name = isOrdered ? string.Join(' ', parts.Skip(1).Take(2).Append(parts[0]).Where(static p => p.Length > 0)) : value;
            if (name.Count(char.IsLetter) >= 3 && !DicomValues.IsPlaceholder(name)) names.Add(name);
            if (name.Count(char.IsLetterOrDigit) is >= 5 and <= 48 && name.Any(char.IsAsciiDigit)) ids.Add(name);
        }
    }

    /// <inheritdoc/>
    /// <remarks>Lines of a picture stand apart: nothing goes on in the next one.</remarks>
    public void Detect(TextSource source, FindingSink<TextSpan> findings)
    {
        var inLine = new FindingSink<TextSpan>();
        foreach (var line in source.Text.Split('\n'))
        {
            var (start, length) = line.GetOffsetAndLength(source.Text.Length);
            if (length == 0) continue;
            Refine(new(source.Text.Slice(start, length), source.Context), inLine);
            foreach (ref readonly var found in inLine.Items)
                findings.Add(found with { Region = new(start + found.Region.Start, found.Region.Length) });
            inLine.Clear();
        }
    }

    /// <inheritdoc/>
    public void Refine(TextSource source, FindingSink<TextSpan> findings)
    {
        _persons?.Refine(source, findings);
        _terms?.Detect(source, findings);
    }

    /// <inheritdoc/>
    public bool IsMark(ReadOnlySpan<char> text)
    {
        if (!ScanMarks.IsMark(text)) return false;
        var known = new FindingSink<TextSpan>();
        Refine(new(text), known);
        return known.Items.IsEmpty;
    }

    private static bool IsTerm(Vr vr) => vr is Vr.LO or Vr.SH or Vr.ST or Vr.LT or Vr.UT or Vr.UC or Vr.AE or Vr.UR;
}
