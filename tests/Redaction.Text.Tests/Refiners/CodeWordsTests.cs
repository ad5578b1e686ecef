using Xunit;

namespace Redaction.Text.Tests;

public class CodeWordsTests
{
    [Theory]
    [InlineData("$.messages[*].role", "assistant")]
    [InlineData("$.conversations[*].from", "gpt")]
    [InlineData("role", "Assistant")]
    [InlineData("$.spans[*].label", "PERSON")]
    [InlineData("finishReason", "stop")]
    [InlineData("$.tz", "Europe/Oslo")]
    [InlineData("$.settings.theme", "Rose Pine")]
    [InlineData("team", "Amber Foxes")]
    public void Refine_WordOfAFixedSet_IsTakenBack(string field, string value) => Assert.Equal(0, Score(value, value, field));

    [Theory]
    [InlineData("$.user.name", "Kari")]
    [InlineData("$.content", "Assistant")]
    [InlineData("tags", "Oslo")]
    [InlineData("role", "Nurse Kari Dahl")]
    public void Refine_OtherValues_Stay(string field, string value) => Assert.Equal(0.9f, Score(value, value, field));

    [Theory]
    [InlineData("at 10:00 Europe/Oslo time", "Oslo")]
    [InlineData("TZID=America/Argentina/Buenos_Aires:2024", "Argentina")]
    [InlineData("name: DB_HOST", "DB")]
    [InlineData("- name: TZ\n  value: x", "TZ")]
    [InlineData("export KARI_DAHL_TOKEN=x", "KARI_DAHL")]
    public void Refine_PartOfACodeWord_IsTakenBack(string text, string found) => Assert.Equal(0, Score(text, found, null));

    [Theory]
    [InlineData("Oslo/Bergen", "Oslo")]
    [InlineData("KARI DAHL", "KARI DAHL")]
    [InlineData("name: Kari\nvalued customer", "Kari")]
    [InlineData("Europe/Kari", "Kari")]
    public void Refine_OtherWords_Stay(string text, string found) => Assert.Equal(0.9f, Score(text, found, null));

    private static float Score(string text, string found, string? field)
    {
        var sink = new FindingSink<TextSpan>();
        sink.Add(new(EntityTypes.Person, new(text.IndexOf(found, StringComparison.Ordinal), found.Length), 0.9f, "names"));
        new CodeWords().Refine(new(text, new() { Field = field }), sink);
        return sink.Items[0].Score;
    }
}
