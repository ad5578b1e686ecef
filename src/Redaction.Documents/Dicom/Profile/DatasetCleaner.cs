using System.Globalization;
using System.Text;

namespace Redaction.Documents.Dicom;

/// <summary>Walks a data set with all its sequences and does with each attribute what the profile says.</summary>
internal sealed class DatasetCleaner(DicomWork work)
{
    private const uint EncryptedAttributes = 0x04000500;
    private readonly ValueCleaner _values = new(work);

    /// <summary>Cleans a data set, pixels, overlays and encapsulated documents excepted.</summary>
    public void Clean(DicomDataset dataset) => Clean(dataset, "$", CharacterSet.Default, isDummy: false);

    /// <returns>True when anything was changed.</returns>
    private bool Clean(DicomDataset dataset, string path, CharacterSet outer, bool isDummy)
    {
        work.Job.Cancellation.ThrowIfCancellationRequested();
        var set = DicomValues.SetOf(dataset, work.File.Source, outer);
        var kept = new List<DicomElement>(dataset.Elements.Count);
        var safe = new HashSet<DicomTag>();
        foreach (var element in dataset.Elements)
        {
            if (element.Tag.IsPrivateCreator) { kept.Add(element); continue; }
            var creator = element.Tag.IsPrivate ? CreatorOf(dataset, element.Tag) : null;
            if (Stays(element, creator, set, path, isDummy)) kept.Add(element);
            else work.Excluded += element.Length;
            if (creator is not null && kept.Count > 0 && kept[^1] == element)
                safe.Add(new(element.Tag.Group, (ushort)(element.Tag.Element >> 8)));
        }
        foreach (var creator in kept.Where(e => e.Tag.IsPrivateCreator && !safe.Contains(e.Tag))) work.Excluded += creator.Length;
        kept.RemoveAll(e => e.Tag.IsPrivateCreator && !safe.Contains(e.Tag));
        dataset.IsChanged |= kept.Count < dataset.Elements.Count || kept.Exists(static e => e.IsChanged);
        if (kept.Count < dataset.Elements.Count)
        {
            dataset.Elements.Clear();
            dataset.Elements.AddRange(kept);
        }
        return dataset.IsChanged;
    }

    /// <summary>Cleans an element; false when it is to be left out.</summary>
    private bool Stays(DicomElement element, string? creator, CharacterSet set, string path, bool isDummy)
    {
        var tag = element.Tag;
        if (tag.IsGroupLength || tag.Number == 0xFFFCFFFC) return false; // lengths change; padding means nothing
        var keyword = DicomDictionary.KeywordOf(tag);
        path = $"{path}.{keyword}";
        if (!work.Job.Includes(keyword) && element.Items is null)
        {
            work.Excluded += element.Length;
            return true;
        }
        if (tag.IsPrivate) return StaysPrivate(element, creator, set, keyword, path);
        if (tag.Number == EncryptedAttributes) return false; // what the profile took out of an earlier version, for whoever has the key
        if (tag.Group >> 8 == 0x50) return false; // curves, retired: the bounds of what they hold are not known
        if (IsElsewhere(tag)) return path.IndexOf('.') == path.LastIndexOf('.') || Drop(element, path);
        var row = ProfileTable.Find(tag);
        var due = DicomDictionary.VrOf(tag);
        if (due is { } text && VrRules.IsText(text) && !VrRules.IsText(element.Vr)) element.Vr = text; // whatever it calls itself
        if (row is null && due is null)
        {
            work.AddUnsearched("unknown-attribute", element, path, element.Length, UnsearchedChoice.Erase);
            work.Excluded -= element.Length; // counted above
            return false;
        }
        var action = row?.Under(work.Settings) ?? ProfileAction.Clean;
        if (isDummy && element.Items is null && action is (ProfileAction.Keep or ProfileAction.Clean)) action = DummyOf(element.Vr, action);
        return Act(element, row, action, set, keyword, path, isDummy);
    }

    private bool Act(
        DicomElement element, ProfileRow? row, ProfileAction action, CharacterSet set, string keyword, string path, bool isDummy)
    {
        if (action == ProfileAction.Remove)
        {
            if (element.Items is null) _values.Report(element, path);
            return false;
        }
        if (element.Items is { } items)
        {
            if (action == ProfileAction.Empty) Drop(element, items);
            else CleanItems(element, items, path, set, isDummy || action == ProfileAction.Dummy);
            return true;
        }
        if (action == ProfileAction.Keep && element.Tag.Number == 0x00101010) _values.CleanAge(element);
        else if (action == ProfileAction.Clean) _values.Clean(element, row, set, keyword, path);
        else if (action == ProfileAction.Map) _values.Map(element, path);
        else if (action != ProfileAction.Keep) _values.Blank(element, path, action == ProfileAction.Empty);
        return true;
    }

    private void Drop(DicomElement element, List<DicomDataset> items)
    {
        work.Excluded += element.Length;
        if (items.Count > 0) element.Replace(Array.Empty<byte>());
    }

    private void CleanItems(DicomElement element, List<DicomDataset> items, string path, CharacterSet set, bool isDummy)
    {
        for (var i = 0; i < items.Count; i++)
            element.IsChanged |= Clean(items[i], string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), set, isDummy);
    }

    private bool StaysPrivate(DicomElement element, string? creator, CharacterSet set, string keyword, string path)
    {
        if (creator is null || !work.Settings.RetainSafePrivate || !SafePrivate.Has(creator, element.Tag)) return false;
        if (element.Items is { } items) CleanItems(element, items, path, set, isDummy: false);
        else
        {
            if (element.Vr == Vr.UN && Ascii.IsValid(element.In(work.File.Source))) element.Vr = Vr.LO;
            _values.Clean(element, null, set, keyword, path);
        }
        return true;
    }

    /// <summary>Within a sequence that becomes a dummy no text stays.</summary>
    private static ProfileAction DummyOf(Vr vr, ProfileAction otherwise) =>
        VrRules.IsFreeText(vr) || vr is Vr.DA or Vr.DT or Vr.TM or Vr.UR ? ProfileAction.Dummy : otherwise;

    /// <summary>Who reserved the block of a private element (PS3.5 section 7.8.1).</summary>
    private string? CreatorOf(DicomDataset dataset, DicomTag tag)
    {
        var block = new DicomTag(tag.Group, (ushort)(tag.Element >> 8));
        if (!block.IsPrivateCreator || dataset.Find(block.Number) is not { Items: null } creator) return null;
        return DicomValues.Ascii(creator.In(work.File.Source));
    }

    /// <summary>What is searched as a picture or as a document: pixels, overlays, encapsulated documents.</summary>
    private static bool IsElsewhere(DicomTag tag) => tag.Group == 0x7FE0 || (tag.Group >> 8 == 0x60 && tag.Element == 0x3000)
        || tag.Number == 0x00420011;

    /// <summary>Pixels within a sequence, such as an icon: nothing has looked at them.</summary>
    private bool Drop(DicomElement element, string path)
    {
        work.AddUnsearched("nested-pixels", element, path, element.Length, UnsearchedChoice.Erase);
        work.Excluded -= element.Length; // counted above
        return false;
    }
}
