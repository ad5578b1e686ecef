using System.Buffers.Binary;
using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Redaction.Image;

/// <summary>Reads and writes HEIC pictures with the programs of libheif, by way of PNG: HEVC, in which they are coded, is under patents,
/// and no library that is shipped has it.</summary>
internal static class HeifPictures
{
    private const string Component = "libheif";
    private const string Why =
        "HEIC pictures are read and written with heif-convert (or heif-dec) and heif-enc: install libheif's programs (Debian and Ubuntu: "
        + "libheif-examples, macOS: libheif), or convert the picture to JPEG first.";
    private static readonly string[] s_readers = ["heif-dec", "heif-convert"]; // its name from 1.18 on, and before

    /// <summary>Decodes a picture: turned upright, without its metadata.</summary>
    /// <exception cref="RedactionException">The programs are missing (<see cref="ErrorCodes.MissingDependency"/>), they cannot read the
    /// picture, or it is several.</exception>
    public static DecodedImage Read(ReadOnlyMemory<byte> file, ImageFileOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("redaction-"); // readable by the owner only
        try
        {
            string coded = Path.Combine(folder.FullName, "in.heic"), png = Path.Combine(folder.FullName, "out.png");
            using (var copy = File.Create(coded)) copy.Write(file.Span);
            Run(Find(s_readers), "--quiet", coded, png);
            if (!File.Exists(png))
                throw folder.EnumerateFiles("out-*.png").Any()
                    ? new RedactionException(ErrorCodes.UnsupportedFormat, Component,
                        "The HEIC file holds several pictures; save each as one.")
                    : new RedactionException(ErrorCodes.Malformed, Component);
            var image = VipsReader.Read(WithoutExif(File.ReadAllBytes(png)), ImageFormats.Png, options);
            return As(ImageFormats.Heic, image, MetadataKinds.Of(ImageFormats.Heic, file.Span));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Encodes a picture.</summary>
    /// <exception cref="RedactionException">The programs are missing (<see cref="ErrorCodes.MissingDependency"/>), or failed.</exception>
    public static void Write(DecodedImage image, Stream output, ImageFileOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("redaction-");
        try
        {
            string png = Path.Combine(folder.FullName, "in.png"), coded = Path.Combine(folder.FullName, "out.heic");
            using (var plain = File.Create(png)) VipsWriter.Write(As(ImageFormats.Png, image, []), plain, options);
            Run(Find("heif-enc"), "-q", options.Quality.ToString(CultureInfo.InvariantCulture), png, "-o", coded);
            using var done = File.OpenRead(coded);
            done.CopyTo(output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static DecodedImage As(ImageFormat format, DecodedImage image, ImmutableArray<string> metadata) =>
        new(format, image.Pixels, image.Width, image.Height, image.Channels)
        {
            Grey = image.Grey,
            ColorProfile = image.ColorProfile,
            MetadataKinds = metadata,
        };

    /// <summary>The PNG without the EXIF that libheif copies: the pixels are upright already, whatever it says.</summary>
    private static byte[] WithoutExif(byte[] png)
    {
        const int signature = 8, frame = 12;
        using var kept = new MemoryStream(png.Length);
        kept.Write(png.AsSpan(0, Math.Min(signature, png.Length)));
        for (var at = signature; at + frame <= png.Length;)
        {
            var length = (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at)) + (long)frame, png.Length - at);
            if (!png.AsSpan(at + 4, 4).SequenceEqual("eXIf"u8)) kept.Write(png.AsSpan(at, length));
            at += length;
        }
        return kept.ToArray();
    }

    private static string Find(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (ProgramPath.Find(name, Environment.GetEnvironmentVariable("PATH")) is { } program) return program;
        throw new RedactionException(ErrorCodes.MissingDependency, Component, Why);
    }

    private static void Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            // They may quote the file: nothing of it is kept.
            var said = Task.WhenAll(process.StandardOutput.BaseStream.CopyToAsync(Stream.Null), process.StandardError.BaseStream
                .CopyToAsync(Stream.Null));
            process.WaitForExit();
            said.Wait();
            if (process.ExitCode != 0) throw new RedactionException(ErrorCodes.Malformed, Component);
        }
        catch (Win32Exception e)
        {
            throw new RedactionException(ErrorCodes.MissingDependency, Component, Why, e.GetType());
        }
    }
}
