using System.Globalization;
using System.Text;

namespace Redaction.Image;

/// <summary>Size, rate and shape of pixels of a video, as the header of a YUV4MPEG2 stream gives them.</summary>
/// <param name="Width">Width of the upright frames.</param>
/// <param name="Height">Height of the upright frames.</param>
/// <param name="Rate">Frames a second, as a fraction.</param>
/// <param name="PixelAspect">Width to height of a pixel, as a fraction; null when it is not told.</param>
internal sealed record VideoHeader(int Width, int Height, string Rate, string? PixelAspect)
{
    private const int Longest = 512;
    private const int Largest = 16384;
    private const double Fastest = 300;

    public double FramesPerSecond { get; } = Fraction(Rate);

    public long FrameBytes => (long)Width * Height * 3;

    /// <summary>The matrix that players take for a video of this height when it names none.</summary>
    public string Matrix => Height >= 720 ? "bt709" : "smpte170m";

    /// <exception cref="RedactionException">There is no such header, or its numbers are out of bounds.</exception>
    public static VideoHeader Read(Stream stream)
    {
        var line = new StringBuilder();
        for (int next; (next = stream.ReadByte()) is >= 0 and not '\n';)
            if (line.Append((char)next).Length > Longest) throw Bad();
        var words = line.ToString().Split(' ');
        if (words[0] != "YUV4MPEG2") throw Bad();
        var rate = Word(words, 'F') ?? throw Bad();
        var header = new VideoHeader(Number(words, 'W'), Number(words, 'H'), rate.Replace(':', '/'),
            Word(words, 'A') is { } aspect && !aspect.StartsWith("0:", StringComparison.Ordinal) ? aspect.Replace(':', '/') : null);
        if (!(header.FramesPerSecond is > 0 and <= Fastest))
            throw new RedactionException(ErrorCodes.UnsupportedFormat, "video",
                string.Create(CultureInfo.InvariantCulture,
                    $"Videos have up to {Fastest} frames a second; convert the file to a constant rate first."));
        return header;
    }

    private static string? Word(string[] words, char key) => words.FirstOrDefault(w => w.Length > 1 && w[0] == key)?[1..];

    private static int Number(string[] words, char key) =>
        int.TryParse(Word(words, key), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= Largest
            ? number : throw Bad();

    private static double Fraction(string rate)
    {
        var parts = rate.Split('/');
        return parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var a)
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var b) && b > 0
            ? (double)a / b : throw Bad();
    }

    private static RedactionException Bad() => new(ErrorCodes.Malformed, "video",
        "The file holds no video that ffmpeg can decode. If it holds only sound, give it the name of a recording: .m4a, .mka, .wma.");
}
