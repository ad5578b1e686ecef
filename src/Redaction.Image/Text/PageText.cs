using System.Collections.Immutable;
using System.Numerics;
using System.Text;

namespace Redaction.Image;

/// <summary>Puts lines in the order of reading and keeps the place of every character.</summary>
internal sealed class PageText(int width, int height)
{
    private const float SameRow = 0.5f;    // of the lower line's height: how far middles may lie apart
    private const float Margin = 0.1f;     // of the height: what is added at both ends of a line
    private readonly List<(TextLine Line, List<SeenCharacter> Characters)> _lines = [];
    private readonly List<float> _doubts = [];
    private readonly List<PixelBox> _unread = [];

    public void Add(in ReadLine read)
    {
        if (read.IsOnlyBars) return;
        if (read.IsUnread && read.Line.Place(width, height) is { IsEmpty: false } place) _unread.Add(place);
        Misread.Mend(read.Characters);
        WordScripts.Settle(read.Characters);
        if (read.Characters.Count > 0) _lines.Add((read.Line, read.Characters));
    }

    public RecoveredText<PixelBox> ToText()
    {
        var text = new StringBuilder();
        var pieces = ImmutableArray.CreateBuilder<TextPiece<PixelBox>>();
        foreach (var row in Rows())
        {
            foreach (var (line, characters) in row)
            {
                Write(in line, characters, text, pieces);
                text.Append(' ');
            }
            text[^1] = '\n';
        }
        return new(text.ToString(), pieces.DrainToImmutable()) { Doubts = [.. _doubts], Unread = [.. _unread] };
    }

    /// <summary>Lines side by side are a row; rows run from top to bottom as seen by who reads them. Lines that lie, stand or hang
    /// are read apart from each other.</summary>
    private List<List<(TextLine Line, List<SeenCharacter> Characters)>> Rows()
    {
        var rows = new List<List<(TextLine Line, List<SeenCharacter> Characters)>>();
        foreach (var way in _lines.GroupBy(static l => Quarter(l.Line.Along)).OrderBy(static g => g.Key))
        {
            var along = Vector2.Normalize(way.Aggregate(Vector2.Zero, static (sum, l) => sum + l.Line.Along * l.Line.HalfLength));
            var down = new Vector2(-along.Y, along.X);
            AddRows([.. way.OrderBy(l => Vector2.Dot(l.Line.Centre, down)).ThenBy(l => Vector2.Dot(l.Line.Centre, along))],
                along, down, rows);
        }
        return rows;
    }

    private static void AddRows(List<(TextLine Line, List<SeenCharacter> Characters)> lines, Vector2 along, Vector2 down,
        List<List<(TextLine Line, List<SeenCharacter> Characters)>> rows)
    {
        var first = rows.Count;
        foreach (var item in lines)
        {
            var row = rows.Count > first ? rows[^1] : null;
            if (row is not null && Math.Abs(Vector2.Dot(row[^1].Line.Centre - item.Line.Centre, down))
                < SameRow * 2 * Math.Min(Tall(row[^1].Line), Tall(item.Line)))
                row.Add(item);
            else rows.Add([item]);
        }
        foreach (var row in rows[first..])
            row.Sort((a, b) => Vector2.Dot(a.Line.Centre, along).CompareTo(Vector2.Dot(b.Line.Centre, along)));
    }

    /// <summary>Which way a line is read: 0 to the right, 1 down, 2 to the left, 3 up.</summary>
    private static int Quarter(Vector2 along) =>
        Math.Abs(along.X) >= Math.Abs(along.Y) ? (along.X >= 0 ? 0 : 2) : along.Y > 0 ? 1 : 3;

    private static float Tall(in TextLine line) => line.HalfHeight;

    private void Write(
        in TextLine line, List<SeenCharacter> characters, StringBuilder text, ImmutableArray<TextPiece<PixelBox>>.Builder pieces)
    {
        var spacing = new LineSpacing(characters);
        var usual = spacing.UsualDistance;
        var (spaceSeen, before) = (false, default(SeenCharacter));
        var margin = Margin * line.HalfHeight / Math.Max(line.HalfLength, 1);
        for (var i = 0; i < characters.Count; i++)
        {
            var here = characters[i];
            if (here.Text == " ") { spaceSeen = true; continue; }
            if (i > 0 && spacing.IsWordEnd(in before, in here, spaceSeen)) text.Append(' ');
            (spaceSeen, before) = (false, here);
            // A character reaches half-way to its neighbours, but no further than is usual.
            var left = i == 0 ? here.Start - margin - usual / 2
                : Math.Max((characters[i - 1].Middle + here.Middle) / 2, here.Middle - usual);
            var right = i == characters.Count - 1 ? here.End + margin + usual / 2
                : Math.Min((here.Middle + characters[i + 1].Middle) / 2, here.Middle + usual);
            var box = line.Part(Math.Clamp(Math.Min(left, here.Start), 0, 1), Math.Clamp(Math.Max(right, here.End), 0, 1))
                .ClampTo(width, height);
            if (box.IsEmpty) continue; // beyond the edge of the image
            pieces.Add(new(new TextSpan(text.Length, here.Text.Length), box));
            _doubts.Add(Math.Clamp(1 - here.Score, 0, 1));
            text.Append(here.Text);
        }
    }
}
