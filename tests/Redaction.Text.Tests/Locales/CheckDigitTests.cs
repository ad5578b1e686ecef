using Xunit;

namespace Redaction.Text.Tests;

/// <summary>What the check digits of the national identifiers let through: the share of well-formed values that their rule allows, and
/// next to no value with one character changed.</summary>
[Collection(SerialTests.Name)]
public class CheckDigitTests
{
    private const float ActsFrom = 0.5f;

    /// <summary>Id, words before the value, form of the value, one valid value in how many, share of changed values that may
    /// pass.</summary>
    public static TheoryData<string, string, string, double, double> Rules => new()
    {
        { "ar.cuit", "CUIT", "20-########-#", 10, 0.02 }, // 11 counts as 0 and 10 as 9: a twelfth of the sums share a digit
        { "at.vnr", "SVNR", "[123456789]###{ddMMyy}", 11, 0 }, // 10 is never issued
        { "au.abn", "ABN", "[123456789]# ### ### ###", 89, 0 },
        { "au.medicare", "Medicare", "[23456]### ##### 1", 10, 0.2 }, // no check digit covers the issue number: one place of ten
        { "au.tfn", "TFN", "### ### ###", 11, 0 },
        { "be.nn", "NISS", "{yy.MM.dd}-[12345678]##.##", 50, 0.02 }, // two keys of a hundred, one for either century
        { "bg.egn", "ЕГН", "{yyMMdd}####", 10, 0.04 }, // 10 and 0 share a check digit
        { "br.cnpj", "CNPJ", "##.###.###/0001-##", 100, 0.01 },
        { "br.cpf", "CPF", "###.###.###-##", 100, 0.01 }, // 10 and 0 share a check digit, the second digit catches most of it
        { "br.cpf", "CPF", "###########", 100, 0.01 },
        { "ca.sin", "SIN", "[123456]## ### ###", 10, 0 },
        { "ch.ahv", "AHV", "756.####.####.##", 10, 0 },
        { "cl.rut", "RUT", "1#.###.###-[0123456789K]", 11, 0 },
        { "cn.ric", "身份证", "110105{yyyyMMdd}###[0123456789X]", 11, 0 },
        { "cz.rc", "RČ", "{yyMMdd}/####", 11, 0.02 }, // until 1985 a remainder of 10 is written 0
        { "de.id-card", "Ausweis", "L########[0123456789]", 10, 0.06 }, // letters ten apart count the same modulo 10
        { "de.svnr", "RVNR", "12{ddMMyy}@###", 10, 0.1 }, // digit sums of weights 2 and 5 meet twice; letters share sums
        { "de.tax-id", "IdNr.", "1023456789#", 0, 0 }, // no digit repeats: never
        { "de.tax-id", "IdNr.", "112345678##", 33, 0 }, // 9, 0 or 1 in the tenth place keeps the rule: 3 of 10, then 1 of 10
        { "es.cif", "CIF", "A########", 10, 0.05 }, // another kind of company with the same number
        { "es.dni", "DNI", "########[TRWAGMYFPDXBNJZSQVHLCKE]", 23, 0 },
        { "es.dni", "NIE", "[XYZ]#######[TRWAGMYFPDXBNJZSQVHLCKE]", 23, 0 },
        { "fi.hetu", "hetu", "{ddMMyy}-[12345678]##[0123456789ABCDEFHJKLMNPRSTUVWXY]", 31, 0 },
        { "fr.nir", "NIR", "[12]{yyMM}75123456##", 100, 0 }, // keys 01 to 97 of a hundred
        { "fr.nir", "NIR", "[12] {yy MM} 2[AB] 123 456 ##", 100, 0 },
        { "gr.amka", "AMKA", "{ddMMyy}#####", 10, 0 },
        { "hk.hkid", "HKID", "@######([0123456789A])", 11, 0.02 }, // letters eleven apart count the same modulo 11
        { "hr.oib", "OIB", "###########", 10, 0 },
        { "ie.pps", "PPSN", "#######[WABCDEFGHIJKLMNOPQRSTUV]", 23, 0 },
        { "il.id", "Israeli ID", "#########", 10, 0 },
        { "in.aadhaar", "Aadhaar", "[23456789]### #### ####", 10, 0 },
        { "in.gstin", "", "29ABCP@####@1Z[0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ]", 36, 0 },
        { "it.fiscal-code", "CF", "RSSMRA{yy}C[012]7H###@", 26, 0 },
        { "it.vat", "P. IVA", "#######015#", 10, 0 },
        { "jp.my-number", "My Number", "#### #### ####", 10, 0.03 }, // remainders 0 and 1 share a check digit
        { "lt.ak", "asmens kodas", "3{yyMMdd}####", 10, 0.03 }, // 10 leads to a second pass
        { "ee.ik", "isikukood", "3{yyMMdd}####", 10, 0.03 },
        { "mx.curp", "CURP", "BOXW{yyMMdd}HNERXN#[0123456789]", 10, 0.15 }, // letters ten apart, and weights that share a factor with 10
        { "nl.bsn", "BSN", "#########", 11, 0 },
        { "no.fodselsnummer", "fnr", "{ddMMyy}#####", 121, 0 },
        { "nz.ird", "IRD", "1[01234]#-###-###", 10, 0.03 }, // 10 leads to a second pass
        { "pl.pesel", "PESEL", "{yyMMdd}#####", 10, 0 },
        { "pt.nif", "NIF", "2########", 10, 0.02 }, // remainders 0 and 1 share a check digit
        { "ro.cnp", "CNP", "1{yyMMdd}12####", 10, 0.03 }, // remainders 1 and 10 share a check digit
        { "se.personnummer", "personnummer", "{yyMMdd}-####", 10, 0 },
        { "sg.nric", "NRIC", "S#######[ABCDEFGHIZJ]", 11, 0.02 }, // the first letters S, T and M may meet
        { "tr.tckn", "TCKN", "[123456789]##########", 100, 0 },
        { "uk.nhs", "NHS", "### ### ####", 11, 0 },
        { "uk.utr", "UTR", "##########", 10, 0.05 }, // remainders 0 and 9, and 1 and 10, share a check digit
        { "us.dea", "DEA", "B@#######", 10, 0.25 }, // the two letters are not covered, and a doubled digit hides a change by five
        { "us.npi", "NPI", "[12]#########", 10, 0 },
        { "us.routing", "ABA", "0[123456789]#######", 10, 0 },
        { "za.id", "RSA ID", "{yyMMdd}####[01]8#", 10, 0 },
    };

    [Theory, MemberData(nameof(Rules))]
    public void Detector_OnWellFormedValues_TakesTheShareThatTheRuleAllows(
        string id, string words, string form, double oneIn, double escapes)
    {
        _ = escapes;
        const int count = 10_000;
        var random = new Random(20);

        var taken = Enumerable.Range(0, count).Count(_ => Finds(id, words, Candidates.Next(form, random)));

        var expected = oneIn == 0 ? 0 : count / oneIn;
        Assert.InRange(taken, expected * 0.7, expected * 1.3);
    }

    [Theory, MemberData(nameof(Rules))]
    public void Detector_OneCharacterChanged_LetsNoMoreThanTheRuleThrough(
        string id, string words, string form, double oneIn, double escapes)
    {
        if (oneIn == 0) return;
        const int seed = 21;
        var random = new Random(seed);
        int tried = 0, passed = 0;
        for (var found = 0; found < 60;)
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

    private static ITextDetector Detector(string id) => TextDetectors.All.Single(d => d.Info.Id == id);
}
