using Redaction.TestKit;
using Xunit;

namespace Redaction.Text.Tests;

/// <summary>Labels of sixteen values in more than forty languages name their values, however the two are set.</summary>
public class LabelLanguageTests
{
    private const int Password = 13, Address = 2;

    private static readonly string[] s_types =
    [
        "phone", "email", "address", "date", "national-id", "national-id", "passport", "account-number", "credit-card", "account-number",
        "person", "person", "person", "secret", "username", "secret",
    ];

    /// <summary>A value that only its label tells.</summary>
    private static readonly string[] s_values =
    [
        "41288553", "lin@acme-post.example", "Nygata 14, 4812 Havnby", "3/4-71", "48 17 220 4", "48-17-2204", "48172204", "4817-220411",
        "4000 1234 5678 9017", "48172204", "", "", "", "korn7blume", "skog.troll77", "481722",
    ];

    private static readonly string[][] s_rows = [.. File.ReadLines(
            Repository.PathOf("tests", "Redaction.Text.Tests", "Lexicon", "labels.txt"))
        .Where(static l => l.Length > 0 && l[0] != '#').Select(static l => l.Split('|'))];

    public static TheoryData<string> Languages => [.. s_rows.Select(static r => r[0])];

    private static readonly TextRedactor s_redactor = new(
        new("test", new PolicyRule("label") { MinScore = 0.5f }, new PolicyRule(PolicyRule.Keep)), TextDetectors.All, TextOperators.All)
    {
        Refiners = TextRefiners.All,
    };

    [Fact]
    public void Table_HoldsFortyLanguages() => Assert.InRange(s_rows.Length, 40, 80);

    [Theory, MemberData(nameof(Languages))]
    public void Labels_NameTheirType(string language)
    {
        var labels = s_rows.Single(r => r[0] == language)[1..];

        for (var i = 0; i < labels.Length; i++)
            Assert.True(FieldVocabulary.Of(labels[i])?.Type.Name == s_types[i], $"{labels[i]}: {FieldVocabulary.Of(labels[i])?.Type.Name}");
    }

    [Theory, MemberData(nameof(Languages))]
    public void Values_AfterTheirLabels_AreMasked(string language)
    {
        var labels = s_rows.Single(r => r[0] == language)[1..];
        List<string> missed = [];

        for (var i = 0; i < labels.Length; i++)
        {
            if (s_values[i].Length == 0) continue;
            string[] forms = [$"{labels[i]}: {s_values[i]}", $"{labels[i]}：{s_values[i]}\n", $"{labels[i]}:{s_values[i]}"];
            foreach (var form in i == Password ? forms[..1] : forms)
                if (s_redactor.Redact(form).Contains(s_values[i], StringComparison.Ordinal)) missed.Add(form);
            var csv = $"{labels[i]};x\n{s_values[i]};7\n";
            if (FormatTestBed.Redact(new Csv(), csv, new(s_redactor)).Contains(s_values[i], StringComparison.Ordinal)) missed.Add(csv);
            if (i == Address) continue;
            var json = $"{{\"name\":\"{labels[i]}\",\"value\":\"{s_values[i]}\"}}";
            if (FormatTestBed.Redact(new Json(), json, new(s_redactor)).Contains(s_values[i], StringComparison.Ordinal)) missed.Add(json);
        }

        Assert.True(missed.Count == 0, string.Join(" | ", missed));
    }
}
