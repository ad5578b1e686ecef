namespace Redaction.Image;

/// <summary>Tells whether the picture of a film has changed since it was kept: a cut, a pan, a page that is turned or scrolled.</summary>
internal sealed class PictureChange
{
    private const int Columns = 96, Rows = 54; // places that are compared
    private const int Zones = 6;               // across and down
    private const float Changed = 10;          // mean difference of a zone, of 255: more than noise and a moving hand
    private readonly byte[] _kept = new byte[Columns * Rows], _now = new byte[Columns * Rows];
    private bool _isKept;

    /// <summary>True when a part of the picture is not as it was kept; always before anything was.</summary>
    public bool IsChanged(ImageSource picture)
    {
        Sample(picture, _now);
        if (!_isKept) return true;
        var sums = new int[Zones * Zones];
        for (var i = 0; i < _now.Length; i++)
            sums[i / Columns * Zones / Rows * Zones + i % Columns * Zones / Columns] += Math.Abs(_now[i] - _kept[i]);
        return sums.Max() > Changed * Columns * Rows / (Zones * Zones);
    }

    /// <summary>Keeps the picture that was asked about last.</summary>
    public void Keep()
    {
        _now.CopyTo(_kept, 0);
        _isKept = true;
    }

    private static void Sample(ImageSource picture, byte[] samples)
    {
        for (var y = 0; y < Rows; y++)
        {
            var row = picture.Row((2 * y + 1) * picture.Height / (2 * Rows));
            for (var x = 0; x < Columns; x++)
                samples[y * Columns + x] = row[(2 * x + 1) * picture.Width / (2 * Columns) * picture.Channels + 1]; // green stands for grey
        }
    }
}
