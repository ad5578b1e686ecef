namespace Redaction.Text;

/// <summary>What a code page is for.</summary>
internal enum LegacyScript
{
    /// <summary>Letters with accents among those of ASCII.</summary>
    Latin,

    /// <summary>Cyrillic letters.</summary>
    Cyrillic,

    /// <summary>Greek letters.</summary>
    Greek,

    /// <summary>Hebrew letters.</summary>
    Hebrew,

    /// <summary>Arabic letters.</summary>
    Arabic,

    /// <summary>Thai letters and marks.</summary>
    Thai,

    /// <summary>Kana and kanji, two bytes each.</summary>
    Japanese,

    /// <summary>Hangul, two bytes each.</summary>
    Korean,

    /// <summary>Simplified Chinese, two bytes each.</summary>
    Simplified,

    /// <summary>Traditional Chinese, two bytes each.</summary>
    Traditional,
}
