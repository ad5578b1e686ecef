using System.Buffers.Binary;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Redaction.Documents.Pdf;

/// <summary>Draws pages with the <c>pdftoppm</c> of poppler that is installed; file and pictures go through pipes.</summary>
internal static class PageProgram
{
    private const string Name = "pdftoppm";
    private const int LargestPicture = 512 << 20;
    private static readonly byte[] s_signature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The pages in order, each as PNG.</summary>
    /// <param name="file">The file.</param>
    /// <param name="resolution">Pixels an inch.</param>
    /// <param name="cancellation">Ends the program.</param>
    /// <exception cref="RedactionException">There is no such program (<see cref="ErrorCodes.MissingDependency"/>), or it fails.</exception>
    public static IEnumerable<byte[]> Draw(ReadOnlyMemory<byte> file, int resolution, CancellationToken cancellation)
    {
        if (ProgramPath.Find(Name, Environment.GetEnvironmentVariable("PATH")) is not { } program) throw Missing();
        string[] arguments = ["-q", "-png", "-r", resolution.ToString(CultureInfo.InvariantCulture), "-"];
        using var process = Start(new(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        });
        using var stop = cancellation.Register(process.Kill);
        try
        {
            var errors = process.StandardError.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
            var feeding = Feed(process, file);
            while (Next(process.StandardOutput.BaseStream, cancellation) is { } picture) yield return picture;
            process.WaitForExit();
            Task.WaitAll([errors, feeding], CancellationToken.None);
            cancellation.ThrowIfCancellationRequested();
            if (process.ExitCode != 0) throw Failed();
        }
        finally
        {
            if (!process.HasExited) process.Kill(); // who reads the pages has stopped
        }
    }

    private static async Task Feed(Process process, ReadOnlyMemory<byte> file)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(file).ConfigureAwait(false);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The program has ended: its exit code tells why.
        }
    }

    /// <summary>The next picture; null at the end.</summary>
    private static byte[]? Next(Stream output, CancellationToken cancellation)
    {
        var picture = new MemoryStream();
        var head = new byte[8];
        var read = output.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (read == 0) return null;
        if (read < head.Length || !head.AsSpan().SequenceEqual(s_signature)) throw Failed();
        picture.Write(head);
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            if (output.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length) throw Failed();
            var length = BinaryPrimitives.ReadUInt32BigEndian(head);
            if (picture.Length + length > LargestPicture)
                throw new RedactionException(ErrorCodes.TooLarge, "pdf", "A page is too large to be drawn.");
            var chunk = new byte[length + 4];
            if (output.ReadAtLeast(chunk, chunk.Length, throwOnEndOfStream: false) < chunk.Length) throw Failed();
            picture.Write(head);
            picture.Write(chunk);
            if (head.AsSpan(4).SequenceEqual("IEND"u8)) return picture.ToArray();
        }
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

    private static RedactionException Failed() => new(ErrorCodes.Malformed, "pdf",
        "The pages cannot be drawn: a file that is encrypted has to be decrypted before, with 'qpdf --decrypt'.");

    private static RedactionException Missing() => new(ErrorCodes.MissingDependency, "pdf",
        "Pages are drawn with pdftoppm: install poppler-utils, or let the policy not rasterise.");
}
