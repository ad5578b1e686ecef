namespace Redaction.Image;

/// <summary>Tells whether the picture of a film has changed since it was kept, at once (a cut, a page that is turned) or by and by (a pan,
/// a page that scrolls).</summary>
internal sealed class PictureChange
{
    private const int Columns = 96, Rows = 54; // places that are compared
    private const int Zones = 6;               // across and down
    private const float Changed = 10;          // mean difference of a zone, of 255: more than noise and a moving hand
    private const float Sudden = 25;           // of a zone since the picture before: more than a camera that moves makes of one
    private readonly byte[] _kept = new byte[Columns * Rows];
    private byte[] _now = new byte[Columns * Rows], _before = new byte[Columns * Rows];
    private bool _isKept;

    /// <summary>True when a part of the picture is not as it was kept; always before anything was.</summary>
    /// <param name="picture">Follows on the one that was asked about before.</param>
    /// <param name="isSudden">Whether a part is not as it was in that one either.</param>
    public bool IsChanged(ImageSource picture, out bool isSudden)
    {
        (_now, _before) = (_before, _now);
        Sample(picture, _now);
        isSudden = !_isKept || Most(_before) > Sudden;
        return !_isKept || Most(_kept) > Changed;
    }

    /// <summary>The mean difference of the zone that differs most.</summary>
    private float Most(byte[] other)
    {
        Span<int> sums = stackalloc int[Zones * Zones];
        sums.Clear();
        for (var i = 0; i < _now.Length; i++)
            sums[i / Columns * Zones / Rows * Zones + i % Columns * Zones / Columns] += Math.Abs(_now[i] - other[i]);
        var most = 0;
        foreach (var sum in sums) most = Math.Max(most, sum);
        return most * (float)(Zones * Zones) / (Columns * Rows);
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
