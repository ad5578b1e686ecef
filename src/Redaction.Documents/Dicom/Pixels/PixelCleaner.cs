using Redaction.Image;

namespace Redaction.Documents.Dicom;

/// <summary>Searches every frame of a file for written text and takes out what is found.</summary>
internal sealed class PixelCleaner(DicomWork work)
{
    private const int FewestBytes = 64;
    private readonly FrameSearch _search = new(work);
    private readonly DicomFile _file = work.File;

    /// <summary>Cleans the pixels and overlays.</summary>
    public PixelOutcome Clean()
    {
        new OverlayCleaner(work, _search).Clean();
        var outcome = PixelOutcome.None;
        foreach (var tag in (uint[])[0x7FE00010, 0x7FE00008, 0x7FE00009])
            if (_file.Dataset.Find(tag) is { } pixels) outcome = (PixelOutcome)Math.Max((int)outcome, (int)Clean(pixels));
        return outcome;
    }

    private PixelOutcome Clean(DicomElement pixels)
    {
        var path = "$." + DicomDictionary.KeywordOf(pixels.Tag);
        if (pixels.Length == 0) return PixelOutcome.None;
        if (!work.Settings.CleanPixels || !work.Job.Includes(path[2..]))
        {
            work.Excluded += pixels.Length;
            return PixelOutcome.Unsearched;
        }
        var module = PixelModule.Of(_file, pixels);
        if (module is null && pixels.Length < FewestBytes)
        {
            pixels.Replace(new byte[pixels.Length]); // no picture has so few
            return PixelOutcome.None;
        }
        if (module is not null && pixels.Tag != DicomTag.PixelData) module = module with { Photometric = FrameSamples.FloatPixels };
        var isSearched = module is not null && (pixels.Fragments is not null ? CleanCompressed(pixels, module, path)
            : pixels.Items is null && CleanNative(pixels, module, path));
        return isSearched ? PixelOutcome.Searched : Leave(pixels, module, path);
    }

    private bool CleanNative(DicomElement pixels, PixelModule module, string path)
    {
        var needed = (module.FrameBits * module.Frames + 7) / 8;
        if (needed > pixels.Length) throw DicomFault.Of(ErrorCodes.Truncated, $"{pixels.Tag} holds less than its frames.");
        var bytes = _file.Source.AsSpan(pixels.ValueStart, pixels.Length);
        for (var frame = 0; frame < module.Frames; frame++)
        {
            var samples = new FrameSamples(bytes, module, frame * module.FrameBits);
            if (_search.Find(module, samples, path, frame) is not { } boxes) return false;
            if (boxes.Count > 0) FramePainter.Paint(module, samples, boxes);
        }
        if (!module.IsSwapped || needed % 2 == 0) bytes[(int)needed..].Clear(); // padding means nothing
        work.Searched += pixels.Length;
        return true;
    }

    private bool CleanCompressed(DicomElement pixels, PixelModule module, string path)
    {
        if (FrameSplit.Split(pixels, module.Frames) is not { } frames) return false;
        return _file.Syntax.Uid switch
        {
            DicomSyntax.Rle => CleanRle(pixels, frames, module.Decoded(), path),
            DicomSyntax.JpegBaseline or DicomSyntax.JpegExtended => CleanJpeg(pixels, frames, path),
            _ => CleanOther(pixels, frames, module.Decoded(), path),
        };
    }

    private bool CleanRle(DicomElement pixels, List<ReadOnlyMemory<byte>> frames, PixelModule module, string path)
    {
        var isChanged = false;
        for (var frame = 0; frame < frames.Count; frame++)
        {
            if (RleCodec.Decode(frames[frame].Span, module) is not { } decoded) return false;
            var samples = new FrameSamples(decoded, module, 0);
            if (_search.Find(module, samples, path, frame) is not { } boxes) return false;
            if (boxes.Count == 0) continue;
            FramePainter.Paint(module, samples, boxes);
            frames[frame] = RleCodec.Encode(decoded, module);
            isChanged = true;
        }
        work.Searched += pixels.Length;
        if (isChanged) Replace(pixels, frames);
        return true;
    }

    /// <summary>The image side writes only the blocks under a mask anew, and no metadata.</summary>
    private bool CleanJpeg(DicomElement pixels, List<ReadOnlyMemory<byte>> frames, string path)
    {
        var isChanged = false;
        for (var frame = 0; frame < frames.Count; frame++)
        {
            using var output = new MemoryStream();
            if (_search.Find(frames[frame], "image/jpeg", output, path, frame) is not { } boxes) return false;
            if (boxes.Count == 0 && !JpegMarkers.HoldText(frames[frame].Span)) continue;
            frames[frame] = output.ToArray();
            isChanged = true;
        }
        work.Embedded += pixels.Length;
        if (isChanged) Replace(pixels, frames);
        return true;
    }

    /// <summary>What ffmpeg decodes stays as it is, unless something is found: then all frames are written uncompressed.</summary>
    private bool CleanOther(DicomElement pixels, List<ReadOnlyMemory<byte>> frames, PixelModule module, string path)
    {
        if (FrameDecoder.Of(_file.Syntax, work) is not { } decoder) return false;
        var found = new List<PixelBox>[frames.Count];
        for (var frame = 0; frame < frames.Count; frame++)
        {
            if (decoder.Decode(frames[frame], module) is not { } decoded) return false;
            var view = FrameDecoder.ModuleOf(module);
            if (_search.Find(view, new FrameSamples(decoded, view, 0), path, frame) is not { } boxes) return false;
            found[frame] = boxes;
        }
        if (found.Any(static f => f.Count > 0))
        {
            if (!FrameDecoder.IsExact(frames[0].Span, module)) return false;
            WriteNative(pixels, frames, found, decoder, module);
        }
        work.Searched += pixels.Length;
        return true;
    }

    private void WriteNative(
        DicomElement pixels, List<ReadOnlyMemory<byte>> frames, List<PixelBox>[] found, FrameDecoder decoder, PixelModule module)
    {
        var native = FrameDecoder.ModuleOf(module);
        var length = checked((int)(native.FrameBits / 8));
        var all = new byte[checked(length * frames.Count + 1) & ~1];
        for (var frame = 0; frame < frames.Count; frame++)
        {
            decoder.Decode(frames[frame], module)!.CopyTo(all, frame * length);
            FramePainter.Paint(native, new(all, native, frame * native.FrameBits), found[frame]);
        }
        Uncompress(pixels, all, native);
    }

    /// <summary>Puts uncompressed frames in place of compressed ones, and says so.</summary>
    private void Uncompress(DicomElement pixels, byte[] native, PixelModule module)
    {
        pixels.Replace(native);
        pixels.Vr = module.Allocated > 8 ? Vr.OW : Vr.OB;
        DropTables();
        FileMarks.SetSyntax(_file, DicomSyntax.ExplicitLittle);
        if (module.Samples < 3) return;
        _file.Dataset.Set(0x00280004, Vr.CS, DicomValues.Of("RGB", Vr.CS));
        _file.Dataset.Set(0x00280006, Vr.US, [0, 0]);
    }

    private void Replace(DicomElement pixels, List<ReadOnlyMemory<byte>> frames)
    {
        pixels.Fragments = FrameSplit.Fragments(frames);
        pixels.IsChanged = true;
        DropTables();
    }

    /// <summary>Offsets and lengths of frames that have moved.</summary>
    private void DropTables() => _file.Dataset.Elements.RemoveAll(static e => e.Tag.Number is 0x7FE00001 or 0x7FE00002 or 0x7FE00003);

    /// <summary>What could not be searched is refused, erased or kept.</summary>
    private PixelOutcome Leave(DicomElement pixels, PixelModule? module, string path)
    {
        var choice = work.Job.Account.Choice;
        work.AddUnsearched("frames-not-read", pixels, path, pixels.Length, choice);
        if (choice != UnsearchedChoice.Erase) return PixelOutcome.Unsearched;
        var isCompressed = pixels.Fragments is not null;
        var bytes = module is null ? 0 : (module.FrameBits * module.Frames + 7) / 8;
        if (bytes > int.MaxValue / 2) throw DicomFault.Of(ErrorCodes.TooLarge, "The frames are larger than 1 GiB.");
        var erased = new byte[(bytes + 1) & ~1];
        if (isCompressed) Uncompress(pixels, erased, module ?? PixelModule.Nothing);
        else pixels.Replace(erased);
        return PixelOutcome.Erased;
    }
}
