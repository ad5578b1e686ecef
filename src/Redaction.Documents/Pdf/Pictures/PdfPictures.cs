using Redaction.Text;

namespace Redaction.Documents.Pdf;

/// <summary>The images of a file, each handed to the reader of pictures once.</summary>
internal sealed class PdfPictures(PdfFile file, DocumentJob job, IPartRedactor parts)
{
    private readonly Dictionary<int, PictureResult> _results = [];
    private readonly Dictionary<int, List<PageBox>> _painted = [];

    /// <summary>What was found in an image: boxes of the unit square that it fills on a page.</summary>
    public IReadOnlyList<PageBox> Find(int number, int page, string path) => Result(number, page, path).Boxes;

    /// <summary>Has a box of the unit square painted, since what stands there goes from the text over it.</summary>
    public void Paint(int number, in PageBox box)
    {
        if (!_painted.TryGetValue(number, out var boxes)) _painted[number] = boxes = [];
        boxes.Add(box);
    }

    /// <summary>The image as it is written.</summary>
    public PdfStream? Write(int number, PdfStream stream, string path)
    {
        var result = Result(number, 0, path);
        _results.Remove(number);
        if (result.IsErased || !_painted.TryGetValue(number, out var boxes)) return result.Write(stream);
        return new PictureReader(file, job, parts).Paint(result.Changed ?? stream, boxes);
    }

    /// <summary>True when an inline image has to go.</summary>
    public bool Goes(PdfDictionary dictionary, ReadOnlyMemory<byte> data, string path)
    {
        var before = job.Account.Total;
        var result = new PictureReader(file, job, parts).Read(new(dictionary, data), 0, path);
        job.Account.AddSearched(before - job.Account.Total); // it is a part of operators that are counted as a whole
        return result.Boxes.Count > 0 || result.IsErased;
    }

    private PictureResult Result(int number, int page, string path)
    {
        if (_results.TryGetValue(number, out var known)) return known;
        if (file.Get(number) is not PdfStream stream) return PictureResult.Unchanged;
        return _results[number] = new PictureReader(file, job, parts).Read(stream, page, path);
    }
}
