using Microsoft.Extensions.DependencyInjection;
using Redaction.Image;
using Xunit;

namespace Redaction.Tests;

public sealed class RedactionEngineBuilderTests
{
    [Fact]
    public void Build_PolicyWithKeyedOperatorAndNoKey_IsRefused()
    {
        var policy = new RedactionPolicy("p", new PolicyRule("hash"));

        var failure = Assert.Throws<PolicyException>(() => new RedactionEngineBuilder().UsePolicy(policy).Build());

        Assert.Contains("needs a key", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_WithKey_GivesEqualPseudonymsWithinAProjectOnly()
    {
        using var key = new RedactionKey(new byte[32]);
        var policy = new RedactionPolicy("p", new PolicyRule("hash"));
        RedactionEngine Make(string project) => new RedactionEngineBuilder().UsePolicy(policy).UseKey(key, project).Build();

        var (one, again, other) =
            (Make("a").Text.Redact("mia@example.com"), Make("a").Text.Redact("mia@example.com"), Make("b").Text.Redact("mia@example.com"));

        Assert.Equal(one, again);
        Assert.NotEqual(one, other);
    }

    [Fact]
    public void Build_UnknownOperator_IsRefused()
    {
        var policy = new RedactionPolicy("p", new PolicyRule("vanish"));

        Assert.Throws<PolicyException>(() => new RedactionEngineBuilder().UsePolicy(policy).Build());
    }

    [Theory]
    [InlineData("emial", null, null, "email")]
    [InlineData(null, "emial", null, "email")]
    [InlineData(null, null, "english", null)]
    [InlineData(null, null, "xx-YY", null)]
    [InlineData(null, null, "sv", "se")]
    public void Build_UnknownSelection_IsRefused(string? detector, string? entity, string? locale, string? closest)
    {
        var builder = new RedactionEngineBuilder()
            .WithDetectors(detector is null ? [] : [detector]).WithEntities(entity is null ? [] : [entity])
            .WithLocales(locale is null ? [] : [locale]);

        var failure = Assert.Throws<UnknownChoiceException>(builder.Build);
        Assert.Equal(detector ?? entity ?? locale, failure.Given);
        if (closest is not null) Assert.Equal(closest, failure.Closest);
    }

    [Fact]
    public void Build_SelectionsWithNothingInCommon_IsRefused() => Assert.Throws<ArgumentException>(
        new RedactionEngineBuilder().WithDetectors("email").WithEntities("phone").Build);

    [Fact]
    public void Build_AccurateNames_StampsTheirModel()
    {
        var (fast, accurate) = (new RedactionEngineBuilder().Build().Stamp,
            new RedactionEngineBuilder().WithNames(quality: DetectionQuality.Accurate).Build().Stamp);

        Assert.NotEqual(fast.Detectors, accurate.Detectors);
        Assert.Equal("names-fast", Assert.Single(fast.ModelsOf(images: false)).Id);
        Assert.Equal("names-accurate", Assert.Single(accurate.ModelsOf(images: false)).Id);
        Assert.DoesNotContain(accurate.ModelsOf(images: true), m => m.Id == "names-fast");
        Assert.Contains(accurate.ModelsOf(images: true), m => m.Id == "names-accurate");
    }

    [Fact]
    public void WithNames_UnknownQuality_IsRefused() =>
        Assert.Contains("Accurate",
            Assert.Throws<ArgumentException>(() => new RedactionEngineBuilder().WithNames(quality: (DetectionQuality)7)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Build_Selection_RunsOnlyWhatIsSelected()
    {
        const string text = "SSN 536-22-1234, mia@example.com";

        Assert.Contains("[email]", new RedactionEngineBuilder().WithDetectors("email").Build().Text.Redact(text), StringComparison.Ordinal);
        Assert.Contains("536-22-1234", new RedactionEngineBuilder().WithDetectors("email").Build().Text.Redact(text),
            StringComparison.Ordinal);
        Assert.Contains("mia@example.com", new RedactionEngineBuilder().WithEntities("us.*").Build().Text.Redact(text),
            StringComparison.Ordinal);
        Assert.DoesNotContain("[us.ssn]", new RedactionEngineBuilder().WithLocales("de-DE").Build().Text.Redact(text),
            StringComparison.Ordinal);
        Assert.Contains("[us.ssn]", new RedactionEngineBuilder().WithLocales("en-US").Build().Text.Redact(text), StringComparison.Ordinal);
    }

    [Fact]
    public void Build_MinScore_TakesThePlaceOfThePolicys()
    {
        const string text = "mia@example.com";

        Assert.Equal(text, new RedactionEngineBuilder().WithMinScore(0.99f).Build().Text.Redact(text));
        Assert.Equal("[email]", new RedactionEngineBuilder().WithMinScore(0.1f).Build().Text.Redact(text));
    }

    [Fact]
    public void Build_AllowAndDeny_AreObeyed()
    {
        var loaded = PolicyFile.Parse("id: a\nextends: default\ndetectors: { allow: [info@example.com], deny: [Project Heron] }\n");

        var text = new RedactionEngineBuilder().UsePolicy(loaded).Build().Text.Redact("info@example.com, mia@example.com, project heron");

        Assert.Equal("info@example.com, [email], [term]", text);
    }

    [Fact]
    public void AddRedaction_Container_GivesOneRedactor()
    {
        using var services = new ServiceCollection().AddRedactionEngine(b => b.UsePolicy("gdpr")).BuildServiceProvider();

        var redactor = services.GetRequiredService<RedactionEngine>();

        Assert.Same(redactor, services.GetRequiredService<RedactionEngine>());
        Assert.Equal("gdpr", redactor.Policy.Policy.Id);
    }

    [Fact]
    public void Catalog_ImageEntries_AreTheDetectorsOwn()
    {
        var listed = RedactionCatalog.Detectors.Where(d => d.Medium == "image").Select(d => d.Info).ToArray();

        var loaded = Image.ImageDetectors.CreateAll().Select(d => d.Info).ToArray();

        Assert.Equal(loaded.Select(d => d.Id), listed.Select(d => d.Id));
        Assert.All(listed.Zip(loaded), pair => Assert.Equal(pair.Second.Types.Select(t => t.Name), pair.First.Types.Select(t => t.Name)));
    }

    [Fact]
    public void EntityTaxonomy_Unknown_NamesTheChoices() =>
        Assert.Contains("presidio", Assert.Throws<ArgumentException>(() => EntityTaxonomy.Names("preisdio")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void PolicyComparison_DefaultAndGdpr_DifferBetweenTheirScores()
    {
        var changes = PolicyComparison.Compare(PolicyFile.Load("default").Policy, PolicyFile.Load("gdpr").Policy);

        Assert.Contains(changes, c => c is { Entity: "any", When: "medium text", From: 0.3f, To: 0.5f, Before: "keep", After: "label" });
        Assert.Empty(PolicyComparison.Compare(PolicyFile.Load("gdpr").Policy, PolicyFile.Load("gdpr").Policy));
    }

    [Fact]
    public void Allow_Term_IsLetThroughAndTheRestIsNot()
    {
        var engine = new RedactionEngineBuilder().WithDetectors("patterns").Allow("help@example.com").Build();

        Assert.Equal("help@example.com or [email]", engine.Text.Redact("help@example.com or mia@example.com"));
        Assert.Equal("help@example.com", Assert.Single(engine.Policy.Allow));
    }

    [Fact]
    public void Deny_Term_IsFoundWhereverItStands() =>
        Assert.Equal("Project [term] is late",
            new RedactionEngineBuilder().WithDetectors("patterns").Deny("Bluebird").Build().Text.Redact("Project Bluebird is late"));

    [Fact]
    public void AddPattern_WithContextWords_RaisesTheScore()
    {
        var engine =
            new RedactionEngineBuilder().WithDetectors("patterns").AddPattern("acme.badge", "badge", @"\bB-\d{4}\b", "badge").Build();

        var (near, far) = (engine.Text.Plan("her badge B-1234"), engine.Text.Plan("the line B-1234"));

        Assert.Equal("her badge [badge]", engine.Text.Redact("her badge B-1234"));
        Assert.True(near.Items[0].Finding.Score > far.Items[0].Finding.Score);
    }

    [Theory]
    [InlineData("(")] // no expression
    [InlineData("(?=a)b")] // look-around
    [InlineData("a*")] // the empty text
    public void AddPattern_BadExpression_Throws(string pattern) =>
        Assert.DoesNotContain("Parameter",
            Assert.Throws<ArgumentException>(() => new RedactionEngineBuilder().AddPattern("a.b", "b", pattern)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Allow_EmptyTerm_Throws() => Assert.Throws<ArgumentException>(() => new RedactionEngineBuilder().Allow("a", " "));

    [Fact]
    public void Extend_Preset_PutsTheOwnRulesFirst()
    {
        var engine = new RedactionEngineBuilder().WithDetectors("patterns").Extend("default", PolicyRule.For("email", "erase")).Build();

        Assert.Equal(" or [phone]", engine.Text.Redact("mia@example.com or +1 415 555 0132"));
        Assert.Equal("default-extended", engine.Policy.Policy.Id);
        Assert.Equal(new PolicyOrigin("default", PolicyFile.Load("default").Sha256), Assert.Single(engine.Policy.Extends));
        Assert.NotEqual(PolicyFile.Load("default").Sha256, engine.Policy.Sha256);
    }

    [Fact]
    public void Extend_RuleWithABadOption_SaysWhichAndWhatIsValid()
    {
        var rule = new PolicyRule("label") { With = new([new("template", "{typ}")]) };

        var failure = Assert.Throws<PolicyException>(() => new RedactionEngineBuilder().Extend("default", rule).Build());

        Assert.StartsWith("default-extended: rule 1: Option 'template'", failure.Message, StringComparison.Ordinal);
        Assert.Null(failure.Line);
    }

    [Fact]
    public void Build_BadOptionInARuleForImages_IsFoundBeforeTheFirstImage()
    {
        var rule = new PolicyRule("pixelate") { Medium = "image", With = new([new("nonsense", "1")]) };

        Assert.Throws<PolicyException>(() => new RedactionEngineBuilder().Extend("default", rule).Build());
    }

    [Fact]
    public void ImageMasks_RuleOfTheMedium_PlansItsOwnOperatorsRoom()
    {
        var engine = new RedactionEngineBuilder().WithDetectors("patterns").Build();
        Finding<PixelBox>[] faces = [new(EntityTypes.Face, new(40, 40, 20, 20), 0.9f, "face")];

        var plan = engine.ImageMasks.Plan(new ImageSource(new byte[30000], 100, 100, 3), faces);

        Assert.Equal("fill", Assert.Single(plan.Items).Operator);
    }
}
