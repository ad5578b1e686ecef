using System.Buffers.Text;
using System.ComponentModel;
using System.Diagnostics;

namespace Redaction.Documents.Pdf;

/// <summary>Decodes JBIG2 (ITU-T T.88) with the <c>jbig2dec</c> that is installed.</summary>
internal static class Jbig2Program
{
    private const string Name = "jbig2dec", MostMemory = "1073741824";
    private const int LongestHeader = 64;

    /// <summary>The samples as PDF has them: a bit a pixel, 0 for black; null where it cannot be decoded.</summary>
    /// <param name="page">The segments of the image.</param>
    /// <param name="shared">The segments that images share; empty for none.</param>
    /// <param name="width">That the image must have.</param>
    /// <param name="height">That the image must have.</param>
    /// <param name="cancellation">Ends the program.</param>
    /// <exception cref="RedactionException">There is no such program (<see cref="ErrorCodes.MissingDependency"/>).</exception>
    public static byte[]? Decode(
        ReadOnlyMemory<byte> page, ReadOnlyMemory<byte> shared, int width, int height, CancellationToken cancellation)
    {
        if (ProgramPath.Find(Name, Environment.GetEnvironmentVariable("PATH")) is not { } program) throw Missing();
        var folder = Directory.CreateTempSubdirectory("redaction-"); // readable by the owner only
        try
        {
            var files = new List<string>();
            foreach (var data in (ReadOnlyMemory<byte>[])[shared, page])
            {
                if (data.IsEmpty) continue;
                files.Add(Path.Combine(folder.FullName, files.Count + ".jb2"));
                using var file = File.Create(files[^1]);
                file.Write(data.Span);
            }
            return Run(program, files, width, height, cancellation);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static byte[]? Run(string program, List<string> files, int width, int height, CancellationToken cancellation)
    {
        string[] arguments = ["-q", "-e", "-M", MostMemory, "-t", "pbm", "-o", "-", .. files];
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Start(start);
        using var stop = cancellation.Register(process.Kill);
        var errors = process.StandardError.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
        var size = checked((width + 7) / 8 * height);
        var output = new byte[size + LongestHeader];
        var length = process.StandardOutput.BaseStream.ReadAtLeast(output, output.Length, throwOnEndOfStream: false);
        if (length == output.Length) process.Kill(); // another picture than the file says
        process.WaitForExit();
        errors.Wait(CancellationToken.None);
        cancellation.ThrowIfCancellationRequested();
        return process.ExitCode == 0 && Header(output.AsSpan(0, length), width, height) is { } at && length - at == size
            ? Inverted(output.AsSpan(at, size)) : null;
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw Missing();
        }
    }

    /// <summary>Where the samples of a portable bitmap begin; null where it is no bitmap of this size.</summary>
    private static int? Header(ReadOnlySpan<byte> bitmap, int width, int height)
    {
        if (!bitmap.StartsWith("P4"u8)) return null;
        var at = 2;
        foreach (var side in (ReadOnlySpan<int>)[width, height])
        {
            while (at < bitmap.Length && bitmap[at] is (byte)' ' or (byte)'\n') at++;
            if (!Utf8Parser.TryParse(bitmap[at..], out int read, out var used) || read != side) return null;
            at += used;
        }
        return at + 1;
    }

    private static byte[] Inverted(ReadOnlySpan<byte> bitmap)
    {
        var samples = bitmap.ToArray();
        for (var i = 0; i < samples.Length; i++) samples[i] ^= 0xFF;
        return samples;
    }

    private static RedactionException Missing() =>
        new(ErrorCodes.MissingDependency, "pdf", "Images of JBIG2 are read with jbig2dec: install it, or let the policy erase them.");
}
