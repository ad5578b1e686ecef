using Redaction.TestKit;
using Xunit;

namespace Redaction.Governance.Tests;

public sealed class LinkageTests
{
    [Theory]
    [InlineData("30-39", "30", true)]
    [InlineData("30-39", "39.5", false)] // bands are of whole numbers
    [InlineData("90+", "104", true)]
    [InlineData("90+", "89", false)]
    [InlineData("902**", "90210", true)]
    [InlineData("902**", "91210", false)]
    [InlineData("902**", "902101", false)] // another length is another kind of code
    [InlineData("1961", "1961-05-12", true)]
    [InlineData("1961-05", "1961-06-12", false)]
    [InlineData("1960s", "1961-05-12", true)]
    [InlineData("*", "anything", true)]
    [InlineData("Bonn", "bonn", true)]
    [InlineData("Bonn", "Berlin", false)]
    public void Fits_GeneralisedValues_CoverWhatTheyStandFor(string released, string known, bool expected) =>
        Assert.Equal(expected, LinkageTest.Fits(released, known));

    [Fact]
    public void Run_CountsRightFindsOnly()
    {
        var released = new TableFile(["id", "age"], [["a", "30-39"], ["b", "40-49"], ["c", "40-49"]]);
        var known = new TableFile(["age", "id"], [["33", "a"], ["35", "x"], ["44", "b"], ["80", "d"]]);

        var report = LinkageTest.Run(released, known, ["age"], "id");

        Assert.Equal(new LinkageReport(4, 1, 2, 1, 2.5, 1), report);
    }

    [Fact]
    public void Suggest_ReachesTheClassSizeWithItsSteps()
    {
        var table = new TableFile(["zip", "born", "age"],
            [.. Enumerable.Range(0, 60)
                .Select(static i =>
                    (System.Collections.Immutable.ImmutableArray<string>)[$"{10000 + i % 6}", $"{1950 + i % 5}-0{1 + i % 9}-11",
                        $"{20 + i}"])]);

        var steps = GeneralisationPlan.Suggest(table, ["zip", "born", "age"], 5);
        var ladders = Enumerable.Range(0, 3).Select(c => GeneralisationLadder.For(table.Rows.Select(r => r[c]))).ToArray();
        var written = table.Rows.Select(r => table.Columns.Select((name, c) =>
            steps.FirstOrDefault(s => s.Column == name) is { } step ? ladders[c].Write(r[c], ladders[c].Steps.IndexOf(step.To)) : r[c])
            .ToArray()).ToArray();

        Assert.True(RiskTable.Measure(table.Columns, written, ["zip", "born", "age"]).K >= 5);
        Assert.Equal(0, steps[^1].AtRisk);
        Assert.Throws<ArgumentException>(() => GeneralisationPlan.Suggest(table, ["zip"], 61));
    }

    [Fact]
    public void Canary_TracesItsRecipientOnly()
    {
        using var key = new RedactionKey(new byte[32]);
        using var canary = new CanaryToken(key, "p");
        using var other = new CanaryToken(key, "other");
        var token = canary.For("mails", "reviewer");
        (string, string)[] given = [("mails", "annotator"), ("mails", "reviewer")];

        Assert.Equal(("mails", "reviewer"), canary.Trace($"write to {token.ToLowerInvariant()}@x.example", given));
        Assert.Null(canary.Trace("write to bcdfghjkmnpqrstv@x.example", given));
        Assert.Null(other.Trace(token, given));
    }

    [Fact]
    public void Certificate_OfAnotherLog_IsNotValid()
    {
        using var folder = new TemporaryFolder();
        using var key = new RedactionKey(new byte[32]);
        using var signer = AuditSigner.Derive(key);
        using var log = AuditLog.Open(folder.PathOf("log.jsonl"), signer);
        for (var i = 0; i < 5; i++) log.Append(new(AuditEvents.Verify));
        var certificate =
            DeletionCertificate.Issue(new("r", "subject", "law", "dpo") { KeysDestroyed = ["k"] }, log, signer, DateTimeOffset.UnixEpoch);
        using var otherKey = new RedactionKey(Enumerable.Repeat((byte)1, 32).ToArray());
        using var other = AuditSigner.Derive(otherKey);

        Assert.Null(DeletionCertificate.Fault(certificate, signer));
        Assert.NotNull(DeletionCertificate.Fault(certificate, other));
        Assert.NotNull(DeletionCertificate.Fault("{}"u8.ToArray(), signer));
        var text = System.Text.Encoding.UTF8.GetString(certificate);
        foreach (var (from, to) in new[] { ("\"k\"", "\"l\""), ("\"index\": 5", "\"index\": 4"), ("dpo", "dpx") })
            Assert.NotNull(
                DeletionCertificate.Fault(System.Text.Encoding.UTF8.GetBytes(text.Replace(from, to, StringComparison.Ordinal)), signer));
    }
}
