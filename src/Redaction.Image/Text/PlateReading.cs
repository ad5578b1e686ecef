using System.Numerics;
using Redaction.Onnx;

namespace Redaction.Image;

/// <summary>Reads what is taken for a plate: letters with a digit speak for it, a place in which next to nothing can be read against
/// it.</summary>
/// <remarks>Thread-safe; the reader is loaded when it is needed first.</remarks>
internal sealed class PlateReading(OnnxOptions? options) : IPlateJudge, IDisposable
{
    private const float Margin = 1.04f;  // the line over the box
    private const int Number = 4, Nothing = 2; // characters of a number, and those that may be read where there is none
    private const float SurelyRead = 0.5f;
    private const float For = 0.5f, Against = -1;
    private const float OneRow = 1.6f;   // width over height: plates of two rows are read badly as one line
    private readonly SharedModel<LineReader>.Share _reader = LineReader.Shared.Of(options);

    /// <inheritdoc/>
    public string Id => "read";

    /// <inheritdoc/>
    public float Judge(ImageSource image, in SeenBox plate)
    {
        var line = new TextLine(new((plate.Left + plate.Right) / 2, (plate.Top + plate.Bottom) / 2), Vector2.UnitX,
            plate.Width / 2 * Margin, plate.Height / 2 * Margin);
        var read = _reader.Value.Read(image, in line);
        int signs = 0, digits = 0;
        foreach (var character in read.Characters)
        {
            if (character.Text.Length != 1 || !char.IsAsciiLetterOrDigit(character.Text[0])) continue;
            signs++;
            if (char.IsAsciiDigit(character.Text[0])) digits++;
        }
        if (signs >= Number && digits > 0 && read.Score > SurelyRead) return For;
        if (signs > Nothing) return 0;
        return plate.Width >= OneRow * plate.Height ? Against : Against / 2;
    }

    /// <summary>Gives its share in the model back.</summary>
    public void Dispose() => _reader.Dispose();
}
