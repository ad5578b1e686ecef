using Redaction.Image;

namespace Redaction.Documents.Dicom;

/// <summary>Searches overlays (PS3.3 section C.9.2) as pictures of their own; without the option they go.</summary>
internal sealed class OverlayCleaner(DicomWork work, FrameSearch search)
{
    private readonly DicomFile _file = work.File;

    /// <summary>Cleans all overlays.</summary>
    public void Clean()
    {
        var groups = _file.Dataset.Elements.Where(static e => IsOverlay(e.Tag)).Select(static e => e.Tag.Group).Distinct().ToArray();
        foreach (var group in groups)
        {
            var data = Find(group, 0x3000);
            if (data is null) ClearUnusedBits();
            else if (work.Settings.CleanGraphics && Search(data, group)) continue;
            Drop(group, data);
        }
    }

    private static bool IsOverlay(DicomTag tag) => tag.Group >> 8 == 0x60 && !tag.IsPrivate;

    private DicomElement? Find(ushort group, ushort element) => _file.Dataset.Find(new DicomTag(group, element).Number);

    private int Number(ushort group, ushort element) =>
        Find(group, element) is { Items: null } found ? PixelModule.ReadNumber(found, _file.Source, _file.Dataset.Syntax) ?? 0 : 0;

    private bool Search(DicomElement data, ushort group)
    {
        var (rows, columns, frames) = (Number(group, 0x10), Number(group, 0x11), Math.Max(1, Number(group, 0x15)));
        if (data.Items is not null || data.Fragments is not null || rows < 1 || columns < 1) return false;
        if (((long)rows * columns * frames + 7) / 8 > data.Length) return false;
        var module = PixelModule.Bits(rows, columns, frames);
        var bytes = _file.Source.AsSpan(data.ValueStart, data.Length);
        var isSwapped = _file.Dataset.Syntax.IsBigEndian && data.Vr == Vr.OW;
        if (isSwapped) Swap(bytes);
        var isSearched = true;
        for (var frame = 0; frame < frames && isSearched; frame++)
        {
            var samples = new FrameSamples(bytes, module, frame * module.FrameBits);
            var boxes = search.Find(FramePicture.Of(module, samples), "$.OverlayData", frame);
            isSearched = boxes is not null;
            foreach (var box in boxes ?? []) Clear(samples, box.ClampTo(columns, rows));
        }
        if (isSwapped) Swap(bytes);
        if (isSearched) work.Searched += data.Length;
        return isSearched;
    }

    private static void Clear(in FrameSamples samples, PixelBox box)
    {
        for (var y = box.Y; y < box.Bottom; y++)
            for (var x = box.X; x < box.Right; x++) samples.Set(x, y, 0, 0);
    }

    private static void Swap(Span<byte> words)
    {
        for (var i = 0; i + 1 < words.Length; i += 2) (words[i], words[i + 1]) = (words[i + 1], words[i]);
    }

    private void Drop(ushort group, DicomElement? data)
    {
        foreach (var element in _file.Dataset.Elements.Where(e => e.Tag.Group == group))
        {
            if (element == data && work.Settings.CleanGraphics)
                work.AddUnsearched("overlay", element, "$.OverlayData", element.Length, UnsearchedChoice.Erase);
            else work.Excluded += element.Length;
        }
        _file.Dataset.Elements.RemoveAll(e => e.Tag.Group == group);
        _file.Dataset.IsChanged = true;
    }

    /// <summary>Overlays of old stand in the bits of the pixels that these do not use.</summary>
    private void ClearUnusedBits()
    {
        if (_file.Dataset.Find(DicomTag.PixelData.Number) is not { Fragments: null, Items: null } pixels) return;
        if (PixelModule.Of(_file, pixels) is not { Allocated: > 8 } module) return;
        if ((module.FrameBits * module.Frames + 7) / 8 > pixels.Length) return; // refused later
        for (var frame = 0; frame < module.Frames; frame++)
        {
            var samples = new FrameSamples(_file.Source.AsSpan(pixels.ValueStart, pixels.Length), module, frame * module.FrameBits);
            for (var y = 0; y < module.Rows; y++)
                for (var x = 0; x < module.Columns; x++)
                    for (var s = 0; s < module.Samples; s++) samples.Set(x, y, s, samples[x, y, s]);
        }
    }
}
