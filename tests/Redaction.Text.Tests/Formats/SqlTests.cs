using Xunit;

namespace Redaction.Text.Tests;

public class SqlTests
{
    private static readonly TextRedactor s_redactor = new(FormatTestBed.Redactor.Policy, TextDetectors.All, TextOperators.All)
    {
        Refiners = TextRefiners.All,
    };

    [Theory]
    [InlineData("INSERT INTO t (last_name, n) VALUES ('O''Neil', 3), ('Dahl', 4);",
        "INSERT INTO t (last_name, n) VALUES ('[person]', 3), ('[person]', 4);")]
    [InlineData("INSERT INTO t (n, mail) VALUES (1, lower('x ole@example.org'));", "INSERT INTO t (n, mail) VALUES (1, lower('x [email]'));")]
    [InlineData("CREATE TABLE s.t (id int NOT NULL, born date, CONSTRAINT k PRIMARY KEY (id));\nINSERT INTO s.t VALUES (5, '1988-05-02');",
        "CREATE TABLE s.t (id int NOT NULL, born date, CONSTRAINT k PRIMARY KEY (id));\nINSERT INTO s.t VALUES (5, NULL);")]
    [InlineData("CREATE TABLE t (card bigint not null, born date not null);\nINSERT INTO t VALUES (4111111111111111, '1988-05-02');",
        "CREATE TABLE t (card bigint not null, born date not null);\nINSERT INTO t VALUES (0, '1970-01-01');")]
    [InlineData("INSERT INTO t (born) VALUES ('1988-05-02'), ('2 May 1988');", "INSERT INTO t (born) VALUES (NULL), ('[date]');")]
    [InlineData("UPDATE `t` SET lastName='Dahl' WHERE email = 'ole@example.org' AND ssn IN (536221234, 536221235)",
        "UPDATE `t` SET lastName='[person]' WHERE email = '[email]' AND ssn IN (NULL, NULL)")]
    [InlineData("-- ole@example.org\nSELECT 1; /* +47 41 28 85 53 */", "-- [email]\nSELECT 1; /* [phone] */")]
    [InlineData("INSERT INTO t (note) VALUES ('it\\'s ole@example.org; x');", "INSERT INTO t (note) VALUES ('it\\'s [email]; x');")]
    [InlineData("CREATE FUNCTION f() AS $body$ SELECT 'ole@example.org'; $body$;", "CREATE FUNCTION f() AS $body$ SELECT '[email]'; $body$;")]
    [InlineData("INSERT INTO \"ole@example.org\" VALUES (1);", "INSERT INTO \"[email]\" VALUES (1);")]
    [InlineData("COPY t (id, last_name, born) FROM stdin;\n1\tDahl\t1988-05-02\n2\t\\N\t\\N\n\\.\nSELECT 1;",
        "COPY t (id, last_name, born) FROM stdin;\n1\t[person]\t\\N\n2\t\\N\t\\N\n\\.\nSELECT 1;")]
    public void Redact_Values_StatementsStay(string input, string expected) =>
        Assert.Equal(expected, FormatTestBed.Redact(new Sql(), input, new DocumentJob(s_redactor)));

    [Fact]
    public void Redact_KeywordsAndNames_Stay()
    {
        const string Script = """
            CREATE TABLE IF NOT EXISTS employee (street varchar(40), ssn char(11), meta json, "Straße" text);
            SELECT e.street, e.ssn AS iban, count(*) FROM employee e LEFT JOIN doctor d ON d.id = e.id WHERE e.meta IS NOT NULL ORDER BY 1;
            GRANT SELECT ON employee TO role_reader;
            """;

        Assert.Equal(Script, FormatTestBed.Redact(new Sql(), Script, new DocumentJob(s_redactor)));
    }

    [Fact]
    public void Redact_StringThatNeverEnds_IsTruncated() => Assert.Equal(ErrorCodes.Truncated,
        Assert.Throws<RedactionException>(static () => FormatTestBed.Redact(new Sql(), "SELECT 'jane")).Code);

    [Fact]
    public void Redact_LongerThanTheBuffer_IsRedactedThroughout()
    {
        var input = "INSERT INTO t (a) VALUES " + string.Join(",\n", Enumerable.Repeat("('write to jane@example.com')", 20_000)) + ";\n";

        Assert.Equal(input.Replace("jane@example.com", "[email]", StringComparison.Ordinal), FormatTestBed.Redact(new Sql(), input));
    }
}
