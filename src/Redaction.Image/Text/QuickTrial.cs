namespace Redaction.Image;

/// <summary>Counts how often the quick reader is certain on a page; where it seldom is, the page is read without it.</summary>
/// <param name="isOn">Whether it is asked at all.</param>
internal struct QuickTrial(bool isOn)
{
    private const int Enough = 8;      // lines after which it is judged
    private const float Worth = 0.5f;  // share of them of which it is certain
    private int _asked, _certain;

    /// <summary>False once it has been uncertain too often.</summary>
    public readonly bool IsOn => isOn && (_asked < Enough || _certain >= Worth * _asked);

    /// <summary>Counts a line.</summary>
    public void Count(bool isCertain)
    {
        _asked++;
        if (isCertain) _certain++;
    }
}
