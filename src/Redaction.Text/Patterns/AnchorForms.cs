namespace Redaction.Text;

/// <summary>Says whether the first digits of a value can be a run of so many (16 for more),
/// with a character of this kind after it and, at most three characters on, another run of so many (0 for none).</summary>
internal delegate bool NumberForm(int first, CharKind next, int second);

/// <summary>Says whether a value's first word with a digit can be so long (in characters,
/// 31 for more) with digits at these places (bit n for the character n, the first four).</summary>
internal delegate bool WordForm(int length, int digits);

/// <summary>Says whether a value's first word with a digit can begin with a digit or not and stand between
/// characters of these kinds.</summary>
/// <param name="isDigit">Whether the first character of the word is a digit.</param>
/// <param name="second">The kind of the second character before the word.</param>
/// <param name="before">The kind of the character before the word.</param>
/// <param name="after">The kind of the character after the word.</param>
internal delegate bool BesideForm(bool isDigit, CharKind second, CharKind before, CharKind after);
