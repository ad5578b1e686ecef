using System.Text;

namespace Redaction.Text.Tests;

/// <summary>Documents of every text format with a place for a value wherever the format has one.</summary>
internal static class PlantedDocuments
{
    /// <summary>Format, name of the place, and the document with <c>¤</c> where the value goes.</summary>
    public static IReadOnlyList<(string Format, string Place, string Document)> All { get; } =
    [
        .. Of("text",
            ("prose", "Please write to ¤ before noon.\n"),
            ("alone", "¤"),
            ("yaml", "users:\n  - contact: ¤\n    note: \"¤\"\nversion: 2\n"),
            ("yaml-key", "limits:\n  \"¤\": 12\n"),
            ("toml", "[owner]\ncontact = \"¤\"\n"),
            ("section", "[¤]\nx = 1\n"),
            ("env", "CONTACT=¤\nexport OTHER='¤'\n"),
            ("sql", "INSERT INTO t (a, b) VALUES (1, '¤');\n-- ¤\n"),
            ("code", "x = f(\"¤\")  # ask ¤\n/* ¤ */\n"),
            ("tex", "\\author{\\texttt{¤}}\n% ¤\n"),
            ("rst", ".. note:: ¤\n\n:contact: ¤\n"),
            ("org", "* TODO call ¤ :tag:\n"),
            ("markdown", "[¤](http://x.example) **¤** `¤` | ¤ |\n> ¤\n"),
            ("log", "12:00:01 INFO user=¤ ok\n"),
            ("diff", "-old ¤\n+new ¤\n"),
            ("tokens", "-DOCSTART- -X- O O\n\n¤ NN I-NP O\n"),
            ("rules", "NAME     NOTE\n-------- ----\nx        ¤\n"),
            ("copy", "COPY t (a, b) FROM stdin;\n1\t¤\n\\.\n"),
            ("segments", "UNA:+.? 'UNB+UNOC:3+x+x+240312:0914+1'FTX+AAI:: ¤ :x'"),
            ("accounts", "ole:x:1000:1000:Ole, ¤,:/home/x:/bin/sh\n")),
        .. Of("yaml",
            ("value", "users:\n  - contact: ¤\n    note: \"¤\"\nversion: 2\n"),
            ("key", "limits:\n  \"¤\": 12\n  ¤: 13\n"),
            ("flow", "a: [x, ¤, {b: ¤, \"c\": '¤'}]\n"),
            ("block", "a: |\n  b: ¤\n  ¤\nc: >-\n  ¤\n"),
            ("anchor", "a: &base ¤\nb: !!str ¤ # ¤\n"),
            ("more", "a: call ¤ now\n   and ¤\n- ¤\n---\n¤\n")),
        .. Of("toml",
            ("value", "[owner]\ncontact = \"¤\" # ¤\nother = ¤\nlast = '¤'\n"),
            ("section", "[¤]\n[[¤]]\nx = 1\n"),
            ("key", "\"¤\" = 1\n¤ = 2\n"),
            ("list", "a = [ 1, \"¤\", ¤ ]\nb = { c = ¤, d = \"¤\" }\n"),
            ("block", "a = \"\"\"\n¤\nb = ¤\n\"\"\"\n")),
        .. Of("ldif",
            ("value", "version: 1\ndn: uid=¤,ou=x\nmail: ¤\ndescription:¤\n"),
            ("option", "description;lang-en;¤: ¤\n"),
            ("name", "¤: x\n"),
            ("token", "objectClass: ¤\nchangetype: ¤\n"),
            ("address", "jpegPhoto:< http://x.example/?m=¤\n"),
            ("comment", "# ask ¤\n"),
            ("no line", "hello ¤\n-\n")),
        .. Of("json",
            ("value", "{\"a\":\"¤\"}"),
            ("key", "{\"¤\":1}"),
            ("deep", "[{\"a\":[{\"b\":[\"x\",\"¤\"]}]}]"),
            ("prose", "{\"t\":\"call ¤ now\"}"),
            ("text in text", "{\"t\":\"{\\\"a\\\":\\\"¤\\\"}\"}"),
            ("notebook",
                "{\"cells\":[{\"source\":[\"# ¤\\n\"],\"outputs\":[{\"text\":[\"¤\"]}]}]}"),
            ("archive",
                "{\"log\":{\"entries\":[{\"request\":{\"headers\":[{\"name\":\"X\",\"value\":\"¤\"}],"
                + "\"postData\":{\"text\":\"m=¤&x=1\"}}}]}}"),
            ("markup", "{\"t\":\"<p title='¤'>¤</p>\"}")),
        .. Of("jsonl", ("value", "{\"a\":1}\n{\"a\":\"¤\"}\n"),
            ("key", "{\"¤\":{}}\n{}\n")),
        .. Of("csv",
            ("cell", "id,contact\n1,¤\n2,\"¤\"\n"),
            ("header", "id,¤\n1,x\n"),
            ("longer row", "id,b\n1,2,¤\n"),
            ("prose", "id;text\n1;call ¤ now\n"),
            ("quoted", "a,b\n1,\"say \"\"¤\"\" now\"\n"),
            ("tabs", "a\tb\n1\t¤\n")),
        .. Of("html",
            ("text", "<p>¤</p>"),
            ("attribute", "<a title=\"¤\" href='mailto:¤' data-x=¤>x</a>"),
            ("comment", "<!-- ¤ --><p>x</p>"),
            ("script", "<script>var a = \"¤\"; // ¤\n</script>"),
            ("style", "<style>p::after { content: \"¤\" } /* ¤ */</style>"),
            ("title", "<title>¤</title>"),
            ("meta", "<meta name=author content=\"¤\">"),
            ("area", "<textarea>¤</textarea>"),
            ("cell", "<table><tr><th>a<td>¤</table>"),
            ("option", "<option value=\"¤\">¤"),
            ("template", "<div onclick=\"f('¤')\" hidden>¤</div>"),
            ("broken", "<p <b ¤ </p> ¤ <"),
            ("svg", "<svg><text>¤</text><desc>¤</desc></svg>")),
        .. Of("xml",
            ("text", "<a>¤</a>"),
            ("attribute", "<a b=\"¤\" c='¤'/>"),
            ("comment", "<a><!-- ¤ --></a>"),
            ("cdata", "<a><![CDATA[¤]]></a>"),
            ("instruction", "<?x ¤?><a/>"),
            ("entity", "<!DOCTYPE a [<!ENTITY e \"¤\">]><a>&e;</a>"),
            ("doctype", "<!DOCTYPE a [<!-- ¤ -->]><a/>"),
            ("declared default", "<!DOCTYPE a [<!ATTLIST a b CDATA \"¤\">]><a/>"),
            ("after", "<a/><!-- ¤ -->\n")),
        .. Of("mail", Mail()),
        .. Of("mbox",
            ("line", "From ¤ Tue Mar  5 09:14:02 2030\nSubject: x\n\nhello\n\nFrom ¤ Tue Mar  5 09:14:02 2030\nSubject: y\n\nhello\n"),
            ("message", "From a Tue Mar  5 09:14:02 2030\nFrom: ¤\nSubject: ¤\n\n>From ¤\n\n")),
        .. Of("content-lines",
            ("value", "BEGIN:VCARD\nNOTE:¤\nX-OWN:¤\nEND:VCARD\n"),
            ("parameter", "ATTENDEE;CN=\"¤\";X-P=¤:mailto:¤\n"),
            ("name part", "N:¤;b;;;\n"),
            ("address part", "ADR;TYPE=HOME:;;¤;b;c;1;d\n"),
            ("token", "TYPE:¤\nTEL;TYPE=¤:1\n"),
            ("no line", "hello ¤\n"),
            ("escaped", "DESCRIPTION:a\\, ¤\\nb\n"),
            ("quoted", "NOTE;ENCODING=QUOTED-PRINTABLE:¤=0A=\nx\n")),
    ];

    private static (string, string)[] Mail()
    {
        const string head = "From: a <a@b.example>\nSubject: x\n";
        static string Part(string headers, string body) =>
            $"{head}Content-Type: multipart/mixed; boundary=b\n\npre\n--b\n{headers}\n\n{body}\n--b--\n";
        return
        [
            ("from", "From: \"¤\" <a@b.example>\nTo: ¤\nCc: x <¤>\nSubject: y\n\nx\n"),
            ("subject", $"{head}Subject: re ¤\n\nx\n"),
            ("own field", $"{head}X-Own: ¤\nReceived: from ¤ by y; Tue\nMessage-ID: <¤>\n\nx\n"),
            ("no field", $"{head}hello ¤\n\nx\n"),
            ("folded", $"{head}X-Own: a\n ¤\n\tb\n\nx\n"),
            ("body", $"{head}\nhello ¤\n"),
            ("html", $"{head}Content-Type: text/html\n\n<p title=\"¤\">¤</p>\n"),
            ("preamble",
                $"{head}Content-Type: multipart/mixed; boundary=b\n\n¤\n--b\n\nx\n--b--\n¤\n"),
            ("part", Part("Content-Type: text/plain", "¤")),
            ("table", Part("Content-Type: text/csv", "a,b\n1,¤")),
            ("record", Part("Content-Type: application/json", "{\"a\":\"¤\"}")),
            ("part field", Part("Content-Description: ¤\nContent-Type: text/plain", "x")),
            ("file name",
                Part("Content-Type: application/x-own; name=\"¤\"\nContent-Disposition: attachment; filename=\"¤\"", "¤")),
            ("no format", Part("Content-Type: application/x-own", "¤")),
            ("message", Part("Content-Type: message/rfc822", "From: ¤\nSubject: ¤\n\n¤")),
            ("calendar", Part("Content-Type: text/calendar", "BEGIN:VEVENT\nSUMMARY:¤\nEND:VEVENT")),
            ("parts without an end", $"{head}Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n¤\n"),
        ];
    }

    private static IEnumerable<(string, string, string)> Of(string format, params (string Place, string Document)[] documents) =>
        documents.Select(d => (format, d.Place, d.Document));

    /// <summary>The document with the value in its places.</summary>
    public static byte[] Plant(string document, string value) =>
        Encoding.UTF8.GetBytes(document.Replace("¤", value, StringComparison.Ordinal));
}
