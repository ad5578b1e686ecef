namespace Redaction.Audio;

/// <summary>A word of a transcript; a word with hyphens is several.</summary>
/// <param name="Start">First character, punctuation left out.</param>
/// <param name="End">After the last character.</param>
/// <param name="Line">Number of the line, which is a segment or turn.</param>
/// <param name="Id">Number of the word in the language's table, -1 for an unknown one.</param>
/// <param name="Kinds">What a phrase that begins here can be.</param>
/// <param name="Marks">How it is written.</param>
internal readonly record struct SpokenToken(int Start, int End, int Line, int Id, WordKinds Kinds, WordMarks Marks)
{
    public int Length => End - Start;

    public bool Is(WordMarks mark) => (Marks & mark) != 0;

    public bool May(WordKinds kinds) => (Kinds & kinds) != 0;
}
