using System.Diagnostics;
using System.Runtime.InteropServices;
using Redaction.TestKit;

namespace Redaction.Image.Tests;

/// <summary>Videos made in code, and what is in their frames.</summary>
internal static class Clips
{
    public const int Width = 320, Height = 192, FramesPerSecond = 15;

    /// <summary>A picture moved over a grey canvas, with sound and tags.</summary>
    public static byte[] Of(Func<int, PixelBuffer, int> draw, int frames, string extension = ".mp4")
    {
        var raw = new byte[frames * Width * Height * 3];
        Array.Fill(raw, (byte)110);
        for (var i = 0; i < frames; i++) draw(i, new(raw.AsSpan(i * Width * Height * 3, Width * Height * 3), Width, Height, 3));
        // What such files are made with; MPEG-2 has none of the slower rates.
        var (rate, picture, sound) = extension switch
        {
            ".webm" => (FramesPerSecond, (string[])["libvpx-vp9", "-deadline", "realtime"], "libopus"),
            ".avi" => (FramesPerSecond, ["mpeg4", "-q:v", "2"], "mp2"),
            ".mpg" => (25, ["mpeg2video", "-q:v", "2"], "mp2"),
            ".wmv" => (FramesPerSecond, ["wmv2", "-q:v", "2"], "wmav2"),
            _ => (FramesPerSecond, ["libx264", "-crf", "12"], "aac"),
        };
        return Run(raw, extension,
            ["-f", "rawvideo", "-pix_fmt", "rgb24", "-s", $"{Width}x{Height}", "-r", $"{rate}", "-i", "IN", "-f", "lavfi", "-i",
                $"sine=440:d={(double)frames / rate}"],
            ["-map", "0:v", "-map", "1:a", "-c:v", .. picture, "-pix_fmt", "yuv420p", "-c:a", sound, "-strict", "-2",
                "-metadata", "title=canary-7f3q-plover", "-metadata", "location=+48.1000+011.5000/",
                "-metadata:s:a:0", "title=canary-7f3q-plover", "OUT"]);
    }

    /// <summary>All frames as red, green and blue.</summary>
    public static byte[] Frames(byte[] file, string extension = ".mp4") =>
        Run(file, ".raw", ["-i", "IN"], ["-map", "0:v:0", "-pix_fmt", "rgb24", "-f", "rawvideo", "OUT"], extension);

    /// <summary>What kinds of streams there are, such as <c>va</c>.</summary>
    public static bool HasSound(byte[] file, string extension = ".mp4")
    {
        try
        {
            return Run(file, ".raw", ["-i", "IN"], ["-map", "0:a:0", "-f", "s16le", "OUT"], extension).Length > 0;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>The sound as samples of 16 bits, one channel at 8 kHz.</summary>
    public static short[] Sound(byte[] file, string extension = ".mp4") =>
        MemoryMarshal
            .Cast<byte, short>(
                Run(file, ".raw", ["-i", "IN"], ["-map", "0:a:0", "-ac", "1", "-ar", "8000", "-f", "s16le", "OUT"], extension)).ToArray();

    private static byte[] Run(byte[] input, string outputExtension, string[] from, string[] to, string inputExtension = ".raw")
    {
        using var folder = new TemporaryFolder();
        var (read, written) = (Path.Combine(folder.Root, "in" + inputExtension), Path.Combine(folder.Root, "out" + outputExtension));
        File.WriteAllBytes(read, input);
        using var process = Process.Start("ffmpeg",
            ["-nostdin", "-v", "quiet", .. from.Select(a => a == "IN" ? read : a), .. to.Select(a => a == "OUT" ? written : a)]);
        process.WaitForExit();
        return process.ExitCode == 0 ? File.ReadAllBytes(written) : throw new InvalidOperationException("ffmpeg failed.");
    }
}
