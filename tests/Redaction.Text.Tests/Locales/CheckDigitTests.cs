using Xunit;

namespace Redaction.Text.Tests;

/// <summary>What the check digits of the national identifiers let through: the share of well-formed values that their rule allows, and next to no
/// value with one character changed.</summary>
public class CheckDigitTests
{
    private const float ActsFrom = 0.5f;

    /// <summary>Id, words before the value, form of the value, one valid value in how many, share of changed values that may pass.</summary>
    public static TheoryData<string, string, string, double, double> Rules => new()
    {
        { "br.cpf", "CPF", "###.###.###-##", 100, 0.01 }, // 10 and 0 share a check digit, the second digit catches most of it
        { "br.cpf", "CPF", "###########", 100, 0.01 },
        { "de.tax-id", "IdNr.", "1023456789#", 0, 0 }, // no digit repeats: never
        { "de.tax-id", "IdNr.", "112345678##", 33, 0 }, // 9, 0 or 1 in the tenth place keeps the rule: 3 of 10, then 1 of 10
        { "es.dni", "DNI", "########[TRWAGMYFPDXBNJZSQVHLCKE]", 23, 0 },
        { "es.dni", "NIE", "[XYZ]#######[TRWAGMYFPDXBNJZSQVHLCKE]", 23, 0 },
        { "fr.nir", "NIR", "[12]{yyMM}75123456##", 100, 0 }, // keys 01 to 97 of a hundred
        { "fr.nir", "NIR", "[12] {yy MM} 2[AB] 123 456 ##", 100, 0 },
        { "in.aadhaar", "Aadhaar", "[23456789]### #### ####", 10, 0 },
        { "it.fiscal-code", "CF", "RSSMRA{yy}C[012]7H###@", 26, 0 },
        { "pl.pesel", "PESEL", "{yyMMdd}#####", 10, 0 },
        { "uk.nhs", "NHS", "### ### ####", 11, 0 },
    };

    [Theory, MemberData(nameof(Rules))]
    public void Detector_OnWellFormedValues_TakesTheShareThatTheRuleAllows(string id, string words, string form, double oneIn, double escapes)
    {
        _ = escapes;
        const int count = 20_000;
        var random = new Random(20);

        var taken = Enumerable.Range(0, count).Count(_ => Finds(id, words, Candidates.Next(form, random)));

        var expected = oneIn == 0 ? 0 : count / oneIn;
        Assert.InRange(taken, expected * 0.75, expected * 1.25);
    }

    [Theory, MemberData(nameof(Rules))]
    public void Detector_OneCharacterChanged_LetsNoMoreThanTheRuleThrough(string id, string words, string form, double oneIn, double escapes)
    {
        if (oneIn == 0) return;
        const int seed = 21;
        var random = new Random(seed);
        int tried = 0, passed = 0;
        for (var found = 0; found < 200;)
        {
            var value = Candidates.Next(form, random);
            if (!Finds(id, words, value)) continue;
            found++;
            for (var i = 0; i < value.Length; i++)
            {
                if (!char.IsAsciiLetterOrDigit(value[i])) continue;
                tried++;
                if (Finds(id, words, Candidates.WithOneChanged(value, i, random))) passed++;
            }
        }

        Assert.True(passed <= tried * escapes, $"seed {seed}: {passed} of {tried} changed values passed");
    }

    private static bool Finds(string id, string words, string value)
    {
        var text = $"{words} {value}";
        var sink = new FindingSink<TextSpan>();
        Detector(id).Detect(new TextSource(text), sink);
        foreach (var finding in sink.Items)
            if (finding.Score >= ActsFrom && finding.Region.End == text.Length && finding.Region.Length == value.Length) return true;
        return false;
    }

    private static ITextDetector Detector(string id) => Packs.All.Single(d => d.Info.Id == id);
}
