using System.Globalization;
using System.Text;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Text.Tests;

/// <summary>The ledgers of the document formats.</summary>
public class DocumentLedgerTests : LedgerLaws
{
    private static readonly string[] s_words = ["call", "Jane Doe", "jane@example.com", "+1 415 555 0132", "now", "caf\u00E9", "\U0001F642",
        "12", "4111 1111 1111 1111", "a < b & c"];

    protected override IEnumerable<string> Formats => DocumentFormats.All.Select(static f => f.Id);

    protected override IEnumerable<LedgerCase> Cases =>
    [
        Case("text", Prose, Characters, new() { ["picture"] = Bytes($"before {Picture} after plover") }, withoutCanary: true),
        Case("json", Json, Utf8, new() { ["picture"] = Bytes($"{{\"a\":\"x\",\"b\":[\"{Picture}\"]}}"),
            ["bare-base64"] = Bytes($"[\"{Bare}\"]"),
            ["byte-numbers"] = Bytes($"{{\"b\":[{string.Join(',', Convert.FromBase64String(Bare))}],\"c\":1}}") }),
        Case("jsonl", random => Lines(random, Json), Utf8, new() { ["picture"] = Bytes($"{{\"a\":1}}\n{{\"b\":\"{Picture}\"}}\n") }),
        Case("csv", Csv, Characters, new() { ["picture"] = Bytes($"name,photo\nJane,\"{Picture}\"\n") }),
        Case("html", Html, Shown, new()
        {
            ["img"] = Bytes($"<p>x</p><img alt=\"y\" src=\"{Picture}\"><p>z</p>"),
                ["style"] = Bytes($"<style>p {{ background: url({Picture}) }}</style>"),
            ["script"] = Bytes($"<script>var p = '{Picture}';</script>"), ["comment"] = Bytes($"<!-- {Picture} -->"),
                ["unquoted"] = Bytes($"<img src={Picture}>"),
        }),
        Case("xml", Xml, Shown, new()
        {
            ["element"] = Bytes($"<a><b>{Wrapped}</b></a>"), ["cdata"] = Bytes($"<a><![CDATA[{Bare}]]></a>"),
                ["instruction"] = Bytes($"<?x {Picture}?><a/>"),
        }),
        Case("mbox", random => $"From {s_words[2]} Tue Mar  5 09:14:02 2030\n{Mail(random)}\n\nFrom joe\n{Mail(random)}", Length, []),
        Case("content-lines", Contact, Characters, new() { ["photo"] = Bytes($"BEGIN:VCARD\nPHOTO;ENCODING=b:{Bare}\nEND:VCARD\n") }),
        Case("ldif", random => Contact(random).Replace("BEGIN:VCARD", "dn: cn=x", StringComparison.Ordinal), Characters,
            new() { ["photo"] = Bytes($"dn: cn=x\njpegPhoto:: {Bare}\n") }),
        Case("yaml", random => "a: " + Prose(random), Characters, new() { ["picture"] = Bytes($"a: {Picture} plover\n") }, withoutCanary: true),
        Case("toml", random => "a = " + Prose(random), Characters, new() { ["picture"] = Bytes($"a = {Picture} plover\n") }, withoutCanary: true),
        Case("mail", Mail, Length, new()
        {
            ["encoded-word"] = Bytes("From: =?x-unknown?B?cGxvdmVy?= <jane@example.com>\nSubject: x\n\ntext\n"),
            ["picture-in-html"] = Bytes($"Content-Type: text/html\n\n<img src=\"{Picture}\">\n"),
            ["preamble"] = Bytes($"Content-Type: multipart/mixed; boundary=b\n\n{Bare}\n--b\n\nx\n--b--\n"),
        }),
    ];

    private static string Bare =>
        Convert.ToBase64String([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Enumerable.Range(0, 300).Select(static i =>
        (byte)(i * 37))]);

    private static string Wrapped => string.Join("\n  ", Bare.Chunk(76).Select(static c => new string(c)));

    private static string Picture => "data:image/png;base64," + Bare;

    [Fact]
    public void Csv_FieldsAndALongerRow_RefusesCellsOfNoColumn()
    {
        var job = new DocumentJob(FormatTestBed.Redactor) { Fields = [new Glob("note")] };

        FormatTestBed.Redact(new Csv(), "id,note\n1,call\n", job);
        var failure = Assert.Throws<RedactionException>(() => FormatTestBed.Redact(new Csv(), "id,note\n1,call\nplover,2,jane\n", job));

        Assert.Equal(ErrorCodes.Unsearched, failure.Code);
        Assert.Contains("line 3", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("plover", failure.Message, StringComparison.Ordinal);
        var erasing = FormatTestBed.Job(UnsearchedChoice.Erase, RedactionObserver.None) with { Fields = job.Fields };
        var erased = FormatTestBed.Redact(new Csv(), "id,note\nplover,call,\"jane\"\n", erasing);
        Assert.Equal("id,note\n,call,\"\"\n", erased);
    }

    [Fact]
    public void Json_Fields_AreSearchedOthersExcluded()
    {
        var seen = new LedgerObserver();

        var job = FormatTestBed.Job(UnsearchedChoice.Refuse, seen) with { Fields = [new Glob("$.a")] };
        FormatTestBed.Redact(new Json(), """{"a":"call","b":"jane"}""", job);

        var ledger = seen.Ledger;
        Assert.Equal((5, 5, 23), (ledger.Searched, ledger.Excluded, ledger.Total));
    }

    [Fact]
    public void Html_WhatIsNoNameInATag_IsSearched()
    {
        Assert.Equal("<p>Jane <[email]></p>", FormatTestBed.Redact(new Html(), "<p>Jane <jane@example.com></p>"));
    }

    [Fact]
    public void Text_PictureOverManyWindows_IsOnePlace()
    {
        var data = "data:image/png;base64,"
            + Convert.ToBase64String([0x89, 0x50, 0x4E, 0x47, 0, 0, .. Enumerable.Range(0, 5000).Select(static i => (byte)(i * 7))]);
        var seen = new LedgerObserver();

        var written = FormatTestBed.Redact(
            new PlainText(window: 400, margin: 100), $"before {data} after", FormatTestBed.Job(UnsearchedChoice.Erase, seen));

        var ledger = seen.Ledger;
        Assert.Equal(1, ledger.PlaceCount);
        Assert.Equal(data.Length - 22, ledger.Unsearched);
        Assert.Equal(data.Length + 13, ledger.Total);
        Assert.StartsWith("before data:image/png;base64,AAAA", written, StringComparison.Ordinal);
        Assert.EndsWith(" after", written, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_TextInBase64_IsSearched()
    {
        var data = Convert.ToBase64String(Bytes(string.Join(' ', Enumerable.Repeat("write to me some day", 20))));
        var seen = new LedgerObserver();

        FormatTestBed.Redact(new PlainText(), "data:text/plain;base64," + data, FormatTestBed.Job(UnsearchedChoice.Refuse, seen));

        Assert.Equal(0, seen.Ledger.Unsearched);
    }

    [Fact]
    public void Mail_Attachment_IsErasedAndTold()
    {
        var seen = new LedgerObserver();

        FormatTestBed.Redact(new Mail(), "Content-Type: image/png\n\nabc\n", FormatTestBed.Job(UnsearchedChoice.Keep, seen));

        Assert.Equal(4, seen.Ledger.Unsearched);
        Assert.Equal(("attachment", UnsearchedChoice.Erase), (seen.Ledger.Places[0].Kind, seen.Ledger.Places[0].Done));
    }

    private static LedgerCase Case(string id, Func<Random, string> create, Func<byte[], long> size, Dictionary<string, byte[]> leftovers,
        bool withoutCanary = false)
    {
        var format = DocumentFormats.All.Single(f => f.Id == id);
        if (withoutCanary) leftovers = leftovers.ToDictionary(static l => l.Key, static l =>
            Bytes(Encoding.UTF8.GetString(l.Value).Replace(" plover", "", StringComparison.Ordinal)));
        return new(
            id, random => Bytes(create(random)),
            (input, choice, observer) => FormatTestBed.Redact(format, input, FormatTestBed.Job(choice, observer)), size)
        {
            Leftovers = leftovers,
        };
    }

    private static long Length(byte[] input) => input.Length;

    /// <summary>The mark at the front counts as one character.</summary>
    private static long Characters(byte[] input) => Characters(input, DeclarationSyntax.Comment);

    private static long Shown(byte[] input) => Characters(input, DeclarationSyntax.Markup);

    private static long Characters(byte[] input, DeclarationSyntax syntax)
    {
        Stream stream = new MemoryStream(input);
        var found = EncodingDetection.Of(ref stream, syntax);
        return found.Encoding.GetCharCount(input.AsSpan(found.MarkLength)) + (found.MarkLength > 0 ? 1 : 0);
    }

    /// <summary>JSON is read as UTF-8, whatever it is in.</summary>
    private static long Utf8(byte[] input)
    {
        Stream stream = new MemoryStream(input);
        var found = EncodingDetection.Of(ref stream, DeclarationSyntax.None).Encoding;
        return found is UTF8Encoding ? input.Length : Encoding.UTF8.GetByteCount(found.GetString(input));
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Some(Random random) => string.Join(' ',
        Enumerable.Range(0, random.Next(1, 6)).Select(_ => s_words[random.Next(s_words.Length)]));

    private static string Prose(Random random) => (random.Next(4) == 0 ? "\uFEFF" : "")
        + string.Join(random.Next(2) == 0 ? "\n" : "\r\n", Enumerable.Range(0, 8).Select(_ => Some(random)));

    private static string Lines(Random random, Func<Random, string> create) =>
        string.Concat(Enumerable.Range(0, 4).Select(_ => create(random).ReplaceLineEndings(" ") + "\n"));

    private static string Json(Random random) => Json(random, 0);

    private static string Json(Random random, int depth) => random.Next(depth > 3 ? 3 : 6) switch
    {
        0 => random.Next(2) == 0 ? "true" : "null",
        1 => random.NextInt64(1L << random.Next(1, 60)).ToString(CultureInfo.InvariantCulture),
        2 => Quoted(random),
        3 => $"[ {string.Join(", ", Enumerable.Range(0, random.Next(4)).Select(_ => Json(random, depth + 1)))}]",
        _ => $"{{\n{string.Join(" ,", Enumerable.Range(0, random.Next(4)).Select(i => $"{Quoted(random)} : {Json(random, depth + 1)}"))}}}",
    };

    private static string Quoted(Random random) => System.Text.Json.JsonSerializer.Serialize(Some(random));

    private static string Csv(Random random) =>
        "name,mail,\"note\"\n" + string.Concat(Enumerable.Range(0, 6).Select(_ =>
            $"{random.Next(99)},\"{Some(random)}\",{s_words[random.Next(4)]}{(random.Next(6) == 0 ? ",more" : "")}\r\n"));

    private static string Html(Random random) =>
        $"<!doctype html><html><head><style>p {{ color: red }}</style><script>var a = '{s_words[2]}';</script></head>"
        + "<body @click=\"x\" hidden>"
        + string.Concat(Enumerable.Range(0, 5).Select(_ =>
            $"<p class='{s_words[random.Next(5)]}' id=x{random.Next(9)}>{Some(random)}</p><!-- {Some(random)} --><br/>"))
            + "</body></html>\n";

    private static string Xml(Random random) =>
        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ELEMENT a ANY>]><a>"
        + string.Concat(Enumerable.Range(0, 5).Select(_ =>
            $"<b c=\"{s_words[random.Next(5)]}\">{s_words[random.Next(5)]}</b><![CDATA[{Some(random)}]]><?do {s_words[random.Next(5)]}?>"))
            + "</a>";

    private static string Contact(Random random) => "BEGIN:VCARD\r\nVERSION:3.0\r\n"
        + string.Concat(Enumerable.Range(0, 5).Select(_ =>
            $"NOTE;X-Y={s_words[random.Next(4)]}:{Some(random)}\r\n {Some(random)}\\n\r\nN:{Some(random)};b;;\r\n"))
        + "END:VCARD\r\n";

    private static string Mail(Random random) => string.Join("\r\n", [
        "From: Jane Doe <jane@example.com>", $"Subject: {s_words[random.Next(5)]}", " =?utf-8?B?SmFuZQ==?=", "MIME-Version: 1.0",
        "Content-Type: multipart/mixed; boundary=\"b\"", "", "preamble", "--b",
        "Content-Type: text/html; charset=utf-8", "", Html(random), "--b",
        "Content-Type: text/plain", "Content-Transfer-Encoding: base64", "", Convert.ToBase64String(Bytes(Prose(random))), "--b",
        "Content-Type: application/pdf", "", "JVBERi0xLjQ", "--b--", "epilogue", ""]);
}
