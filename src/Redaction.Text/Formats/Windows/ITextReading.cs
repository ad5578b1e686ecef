using System.Buffers;

namespace Redaction.Text;

/// <summary>How the characters of one document are read: as they stand, or with markup between them. Made anew for each document.</summary>
internal interface ITextReading
{
    /// <summary>How the text says which encoding it is in.</summary>
    DeclarationSyntax Declares => DeclarationSyntax.Comment;

    /// <summary>True where a window may begin at any place of the text, and windows may be planned on any thread.</summary>
    bool StartsAnywhere => false;

    /// <summary>Plans a window before its turn, where <see cref="StartsAnywhere"/>.</summary>
    RedactionPlan<TextSpan> Plan(ReadOnlySpan<char> window, PlanLog log) => throw new NotSupportedException();

    /// <summary>Plans a window of the document; regions are those of the window.</summary>
    RedactionPlan<TextSpan> Plan(ReadOnlySpan<char> window, bool isLast);

    /// <summary>The last place at or before <paramref name="limit"/>, inside nothing that belongs together,
    /// at which the planned window can be cut.</summary>
    int CutBefore(ReadOnlySpan<char> window, int limit, RedactionPlan<TextSpan> plan);

    /// <summary>Writes the part of the planned window between two places; the plan holds the items of that part only.</summary>
    void Write(ReadOnlySpan<char> window, TextSpan part, RedactionPlan<TextSpan> plan, IBufferWriter<char> output);

    /// <summary>The first characters of the window will not come again: the next one begins behind them.</summary>
    void Drop(int length) { }

    /// <summary>Forgets the last window.</summary>
    void Clear();
}
