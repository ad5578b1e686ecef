namespace Redaction.Image;

/// <summary>Takes the symbols of a scan in order; structures implement it and go by reference, so that no call is virtual.</summary>
internal interface IJpegSymbols
{
    /// <summary>A symbol of a table (0 to 3 for DC, 4 to 7 for AC) with the bits that follow it.</summary>
    void Put(int table, int symbol, int bits, int count);

    /// <summary>A restart marker.</summary>
    void Restart(int number);
}
