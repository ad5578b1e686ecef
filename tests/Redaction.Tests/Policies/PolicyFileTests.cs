using Redaction.TestKit;
using Xunit;

namespace Redaction.Tests;

public sealed class PolicyFileTests
{
    [Theory]
    // What is wrong, where it is told, and a word of what would be right.
    [InlineData("rules:\n  - operator: erase\n", 1, 1, "'id' is missing")]
    [InlineData("id: a\n", 1, 1, "'rules' is missing")]
    [InlineData("id: a\nrulez:\n  - operator: erase\n", 2, 1, "did you mean 'rules'")]
    [InlineData("id: a\nrules:\n  - operater: erase\n", 3, 5, "did you mean 'operator'")]
    [InlineData("id: a\nrules:\n  - entity: email\n", 3, 5, "no 'operator'")]
    [InlineData("id: a\nrules:\n  - operator: eraze\n", 3, 15, "did you mean 'erase'")]
    [InlineData("id: a\nrules:\n  - entity: [email, phome]\n    operator: erase\n", 3, 21, "did you mean 'phone'")]
    [InlineData("id: a\nrules:\n  - entity: zz.*\n    operator: erase\n", 3, 13, "no entity is called 'zz.*'")]
    [InlineData("id: a\nrules:\n  - medium: video\n    operator: erase\n", 3, 13, "valid: audio, image, text")]
    [InlineData("id: a\nrules:\n  - medium: text\n    operator: blur\n", 4, 15, "no text operator is called 'blur'")]
    [InlineData("id: a\nrules:\n  - minScore: high\n    operator: erase\n", 3, 15, "a number from 0 to 1")]
    [InlineData("id: a\nrules:\n  - minScore: 1.5\n    operator: erase\n", 3, 15, "a number from 0 to 1")]
    [InlineData("id: a\nrules:\n  - operator: mask\n    with: { keepLazt: 4 }\n", 4, 23, "did you mean 'keepLast'")]
    [InlineData("id: a\nrules:\n  - operator: mask\n    with: { keepLast: many }\n", 4, 23, "must be an integer")]
    [InlineData("id: a\nrules:\n  - operator: erase\n    operator: label\n", 4, 5, "uplicate")]
    [InlineData("id: a\nid: b\nrules:\n  - operator: erase\n", 2, 1, "uplicate")]
    [InlineData("id: a\nrules: erase\n", 2, 8, "must be a list")]
    [InlineData("id: [a]\nrules:\n  - operator: erase\n", 1, 5, "must be a text")]
    [InlineData("- a\n", 1, 1, "must be a mapping")]
    [InlineData("id: a\nrules:\n  - entity: email\n    operator: erase\n", 3, 5, "must match everything")]
    [InlineData("id: a\nextends: nowhere.yaml\n", 2, 10, "neither a file nor a preset")]
    [InlineData("id: a\nrules:\n  - operator: erase\ndetectors: { disable: [emial] }\n", 4, 24, "did you mean 'email'")]
    [InlineData("id: a\nrules:\n  - operator: erase\ndetectors: { enable: [email] }\n", 4, 14, "valid: allow, deny, disable, patterns")]
    [InlineData("id: a\nextends: gdpr\ndetectors: { patterns: [ { id: acme.badge } ] }\n", 3, 26, "needs 'pattern'")]
    [InlineData("id: a\nextends: gdpr\ndetectors: { patterns: [ { id: email, pattern: x } ] }\n", 3, 32, "already")]
    [InlineData("id: a\nextends: gdpr\ndetectors: { patterns: [ { id: acme.badge, pattern: 'a(' } ] }\n", 3, 53,
        "not a regular expression")]
    [InlineData("id: a\nextends: gdpr\ndetectors: { patterns: [ { id: acme.badge, pattern: '(a)\\1' } ] }\n", 3, 53, "linear matcher")]
    [InlineData("id: a\nextends: gdpr\ndetectors: { patterns: [ { id: acme.badge, pattern: 'a*' } ] }\n", 3, 53, "empty text")]
    [InlineData("id: 'a\n", 1, 5, "")]
    [InlineData("{\"id\": \"a\", \"rules\": [{\"operator\": \"eraze\"}]}", 1, 36, "did you mean 'erase'")]
    [InlineData("{\"id\": \"a\", \"rules\": [{\"operator\": \"erase\", \"minScore\": \"0.5\"}]}", 1, 57, "a number from 0 to 1")]
    public void Parse_Mistake_IsToldWithItsPlaceAndTheRightChoice(string content, long line, long column, string problem)
    {
        var failure = Assert.Throws<PolicyException>(() => PolicyFile.Parse(content, "p.yaml"));

        Assert.Contains(problem, failure.Message, StringComparison.Ordinal);
        Assert.Equal((line, column), (failure.Line, failure.Column));
        Assert.StartsWith($"p.yaml({line},{column}): ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_ManyMistakes_AreToldAtOnceWithTheirLines()
    {
        var failure = Assert.Throws<PolicyException>(() => PolicyFile.Parse("""
            id: a
            minScor: 0.5
            rules:
              - entity: [emial, phone]
                operator: labell
              - field: $text
                operator: erase
                with: { sope: document }
              - operater: keep
            images: { residue: maybe }
            dataTypes:
              - path: calls/**
              - { field: $.channel, is: chat }
            fields: { only: [text], drop: [email] }
            """, "p.yaml"));

        Assert.Equal([2, 4, 5, 6, 8, 9, 10, 12, 13, 14], failure.All.Select(static f => f.Line!.Value));
        Assert.Equal(string.Join('\n', failure.All.Select(static f => f.Message)), failure.Message);
    }

    [Fact]
    public void Parse_EveryKey_IsRead()
    {
        var loaded = PolicyFile.Parse("""
            id: support-calls
            rules:
              - entity: [email, us.*]
                dataType: call-transcript
                locale: en-*
                field: $.messages*
                purpose: quality
                role: analyst
                speaker: SPEAKER_01
                medium: text
                minScore: 0.4
                operator: mask
                with: { keepLast: 4 }
              - operator: erase
            detectors: { disable: [us.*], allow: ["ACME Hotline"], deny: ["Project Heron"] }
            """);

        var rule = loaded.Policy.Rules[0];
        Assert.Equal("support-calls", loaded.Policy.Id);
        Assert.Equal(["email", "us.*"], rule.Entities.Select(e => e.Pattern));
        Assert.Equal(("call-transcript", "en-*", "$.messages*"), (rule.DataType?.Pattern, rule.Locale?.Pattern, rule.Field?.Pattern));
        Assert.Equal(("quality", "analyst", "SPEAKER_01"), (rule.Purpose?.Pattern, rule.Role?.Pattern, rule.Speaker?.Pattern));
        Assert.Equal(("text", 0.4f, "mask", 4), (rule.Medium, rule.MinScore, rule.Operator, rule.With.Integer("keepLast", 0, 0, 9)));
        Assert.Equal(["us.*"], loaded.Disabled.Select(d => d.Pattern));
        Assert.Equal(["ACME Hotline"], loaded.Allow.AsEnumerable());
        Assert.Equal(["Project Heron"], loaded.Deny.AsEnumerable());
    }

    [Fact]
    public void Parse_YamlAndItsJson_GiveTheSameRules()
    {
        var yaml = PolicyFile.Parse(
            "id: a\nrules:\n  - { entity: email, minScore: 0.5, operator: mask, with: { keepLast: 2 } }\n  - operator: keep\n");
        using var stream = new MemoryStream();
        using (var writer = new System.Text.Json.Utf8JsonWriter(stream)) PolicyJson.Write(writer, yaml.Policy);

        var json = PolicyFile.Parse(System.Text.Encoding.UTF8.GetString(stream.ToArray()));

        Assert.Equal(PolicyJson.Digest(yaml.Policy), PolicyJson.Digest(json.Policy));
    }

    [Fact]
    public void Load_Extends_AddsRulesAfterItsOwn()
    {
        using var folder = new TemporaryFolder();
        folder.Write("base.yaml", "id: base\nrules:\n  - operator: label\ndetectors: { allow: [a] }\n");
        var path = folder.Write("sub/top.yaml",
            "id: top\nextends: ../base.yaml\nrules:\n  - entity: email\n    operator: erase\ndetectors: { allow: [b] }\n");

        var loaded = PolicyFile.Load(path);

        Assert.Equal("top", loaded.Policy.Id);
        Assert.Equal(["erase", "label", "keep"], loaded.Policy.Rules.Select(r => r.Operator)); // 'label' acts from the base's 0.5 on
        Assert.Equal(["b", "a"], loaded.Allow.AsEnumerable());
        Assert.Equal("base", Assert.Single(loaded.Extends).Id);
    }

    [Fact]
    public void Load_ExtendsInACircle_IsTold()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.yaml", "id: a\nextends: b.yaml\n");
        folder.Write("b.yaml", "id: b\nextends: a.yaml\n");

        var failure = Assert.Throws<PolicyException>(() => PolicyFile.Load(folder.PathOf("a.yaml")));

        Assert.Contains("a.yaml → b.yaml → a.yaml", failure.Message, StringComparison.Ordinal);
        Assert.Equal(2, failure.Line);
    }

    [Fact]
    public void Load_File_HasTheDigestOfItsBytes()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("a.yaml", "id: a\nextends: gdpr\n");

        var loaded = PolicyFile.Load(path);

        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path))), loaded.Sha256);
    }

    [Fact]
    public void Load_Nothing_NamesThePresets()
    {
        var failure = Assert.Throws<PolicyException>(() => PolicyFile.Load("gdrp"));

        Assert.Contains("did you mean 'gdpr'", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Presets))]
    public void Preset_Builds_AndTakesOutWhatItIsAbout(string preset)
    {
        using var key = new RedactionKey([.. Enumerable.Range(1, 32).Select(static i => (byte)i)]);
        var redactor = new RedactionEngineBuilder().UsePolicy(preset).UseKey(key).Build();

        // pci-dss is about cards and keeps everything else.
        var (text, expected) = preset == "pci-dss" ? ("card 4111 1111 1111 1111 now", "card **** **** **** 1111 now")
            : ("to mia@example.com now", "to [email] now");
        Assert.Equal(expected, redactor.Text.Redact(text));
        Assert.Equal(preset, redactor.Policy.Policy.Id);
    }

    public static TheoryData<string> Presets() => [.. PolicyPresets.Names];

    [Fact]
    public void Parse_PatternOfItsOwn_FindsAndMayBeNamedInRules()
    {
        var loaded = PolicyFile.Parse("""
            id: acme
            extends: gdpr
            rules:
              - entity: badge
                operator: mask
            detectors:
              patterns:
                - { id: acme.badge, entity: badge, pattern: '\bAC-[0-9]{4}\b', score: 0.4, context: [badge, staff number] }
                - { id: acme.project, pattern: 'project \w+', ignoreCase: true }
            """);
        var redactor = new RedactionEngineBuilder().UsePolicy(loaded).WithDetectors("acme.*").Build();

        var redacted = redactor.Text.Redact("Badge AC-1234 works on PROJECT Heron.");

        Assert.Equal("Badge **-**** works on [acme.project].", redacted);
        Assert.Equal([0.95f, 0.85f], redactor.Text.Plan("Badge AC-1234 works on PROJECT Heron.").Items.Select(i => i.Finding.Score));
    }
}
