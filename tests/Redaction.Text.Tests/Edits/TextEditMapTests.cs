using System.Text;
using Xunit;

namespace Redaction.Text.Tests;

public class TextEditMapTests
{
    private static readonly TextRedactor s_redactor = new(
        new("test", new PolicyRule("erase") { Entities = [new Glob("phone")], MinScore = 0.5f },
            new PolicyRule("label") { MinScore = 0.5f }, new PolicyRule("keep")), TextDetectors.All, TextOperators.All);

    private static readonly string[] s_pieces =
        ["mail jane.example@example.org", " \uD83D\uDE00 ", "é ü ", "call +1 (212) 555-0142", "card 4111 1111 1111 1111", "words ", "x",
            " DE89 3704 0044 0532 0130 00 "];

    [Fact]
    public void RedactWithEdits_Example_MapsBothWays()
    {
        var redacted = s_redactor.RedactWithEdits("é mail jane.example@example.org now");

        Assert.Equal("é mail [email] now", redacted.Text);
        var edit = Assert.Single(redacted.Edits.Edits);
        Assert.Equal((new TextSpan(7, 24), new TextSpan(7, 7)), (edit.Original, edit.Redacted));
        Assert.Equal(15, redacted.Edits.ToRedacted(32));
        Assert.Equal(32, redacted.Edits.ToOriginal(15));
        Assert.Equal(7, redacted.Edits.ToRedacted(20));
        Assert.Equal(new TextSpan(2, 29), redacted.Edits.ToOriginal(new TextSpan(2, 8)));
        Assert.DoesNotContain("jane", redacted.ToString(), StringComparison.Ordinal);
    }

    [Theory, InlineData(OffsetUnit.Utf16), InlineData(OffsetUnit.CodePoint), InlineData(OffsetUnit.Utf8)]
    public void In_AnyUnit_WhatLiesBetweenIsTheSame_AndOffsetsComeBack(OffsetUnit unit)
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var text = string.Concat(Enumerable.Range(0, random.Next(0, 30)).Select(_ => s_pieces[random.Next(s_pieces.Length)] + " "));
            var redacted = s_redactor.RedactWithEdits(text);
            Assert.Equal(s_redactor.Redact(text), redacted.Text);

            var map = redacted.Edits.In(unit, text, redacted.Text);

            Assert.Equal((Length(text, unit), Length(redacted.Text, unit)), (map.OriginalLength, map.RedactedLength));
            int original = 0, written = 0;
            foreach (var edit in map.Edits)
            {
                Assert.True(Cut(text, original, edit.Original.Start, unit) == Cut(redacted.Text, written, edit.Redacted.Start, unit),
                    $"seed {seed}");
                (original, written) = (edit.Original.End, edit.Redacted.End);
                Assert.Equal(edit.Redacted, map.ToRedacted(edit.Original));
                if (edit.Redacted.Length > 0) Assert.Equal(edit.Original, map.ToOriginal(edit.Redacted));
            }
            Assert.Equal(Cut(text, original, map.OriginalLength, unit), Cut(redacted.Text, written, map.RedactedLength, unit));
            for (var offset = 0; offset <= map.OriginalLength; offset++)
                if (!map.Edits.Any(e => offset >= e.Original.Start && offset < e.Original.End)
                    && !map.Edits.Any(e => e.Redacted.Length == 0 && e.Original.End == offset))
                    Assert.True(map.ToOriginal(map.ToRedacted(offset)) == offset, $"seed {seed}, offset {offset}");
        }
    }

    [Fact]
    public void ToRedacted_OutsideTheText_Throws()
    {
        var map = s_redactor.RedactWithEdits("words").Edits;

        Assert.Throws<ArgumentOutOfRangeException>(() => map.ToRedacted(6));
        Assert.Throws<ArgumentOutOfRangeException>(() => map.ToOriginal(-1));
        Assert.Throws<ArgumentException>(() => map.In(OffsetUnit.Utf8, "other text", "words"));
    }

    [Fact]
    public void Explain_TellsWhatRaisedTheScore()
    {
        const string text = "My phone number: 2125550142. The card 4111 1111 1111 1111 is fine.";
        var plan = s_redactor.Plan(text);

        var phone = s_redactor.Explain(text, plan.Items.Single(i => i.Finding.Type == EntityTypes.Phone).Finding);
        var card = s_redactor.Explain(text, plan.Items.Single(i => i.Finding.Type == EntityTypes.CreditCard).Finding);

        Assert.True(phone is { Before: true, Field: false, IsRefined: false } && phone.BaseScore < phone.Score);
        Assert.True(card.BaseScore > 0.5f);
    }

    [Fact]
    public void Explain_FieldName_IsNamedAsTheReason()
    {
        var context = new RedactionContext { Field = "$.phone_number" };
        var sink = s_redactor.Plan("2125550142", context).Items.Single().Finding;

        Assert.True(s_redactor.Explain("2125550142", sink, context).Field);
    }

    private static int Length(string text, OffsetUnit unit) =>
        unit switch
        {
            OffsetUnit.Utf8 => Encoding.UTF8.GetByteCount(text),
            OffsetUnit.CodePoint => text.EnumerateRunes().Count(),
            _ => text.Length
        };

    private static string Cut(string text, int start, int end, OffsetUnit unit) => unit switch
    {
        OffsetUnit.Utf8 => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)[start..end]),
        OffsetUnit.CodePoint => string.Concat(text.EnumerateRunes().Skip(start).Take(end - start)),
        _ => text[start..end],
    };
}
