using System.Text.RegularExpressions;
using Xunit;

namespace Redaction.Text.Tests;

public partial class ShapedDetectorTests
{
    [Fact]
    public void Constructor_WithoutShapes_Refuses() => Assert.Throws<ArgumentException>(() => new ShapedDetector());

    [Fact]
    public void Constructor_WithTwoIds_NamesBoth()
    {
        var error = Assert.Throws<ArgumentException>(() => new ShapedDetector(Shape("a.one", 4), Shape("a.two", 5)));

        Assert.Contains("a.one, a.two", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_WithShapes_AsksForTheLeastThatOneOfThemNeeds()
    {
        var detector = new ShapedDetector(Shape("a.one", 9), Shape("a.one", 4, AnchorKinds.Word));

        Assert.Equal(4, detector.MinDigits);
        Assert.Equal(AnchorKinds.Number | AnchorKinds.Word, detector.Anchors);
        Assert.Equal("a", detector.Info.Locale);
    }

    [Theory]
    [InlineData("us.ssn", "ssn", "536221234")] // the column says what the digits are
    [InlineData("us.ssn", "$.customer.ssn", "536221234")]
    [InlineData("uk.nhs", "nhs_number", "4010232137")]
    [InlineData("br.cpf", "cpf", "52998224725")]
    public void Detector_BareDigitsInAFieldThatNamesThem_ActsOnThem(string id, string field, string value)
    {
        var context = new RedactionContext { Field = field };

        Assert.True(ScoreOf(id, value, context) >= 0.8f);
        Assert.InRange(ScoreOf(id, value, RedactionContext.Default), 0.01f, 0.49f);
    }

    [Theory]
    [InlineData("us.ssn", "social 536221234")] // a word of the context
    [InlineData("us.ssn", "asocial 536221234", false)] // part of a word is no context
    [InlineData("us.npi", "snpis 1234567893", false)]
    public void Detector_ContextWords_CountOnlyWhole(string id, string text, bool acts = true) =>
        Assert.Equal(acts, ScoreOf(id, text, RedactionContext.Default) >= 0.5f);

    private static float ScoreOf(string id, string text, RedactionContext context)
    {
        var sink = new FindingSink<TextSpan>();
        TextDetectors.All.Single(d => d.Info.Id == id).Detect(new TextSource(text, context), sink);
        return sink.Items.ToArray().Select(f => f.Score).DefaultIfEmpty().Max();
    }

    private static PatternDetector Shape(string id, int digits, AnchorKinds anchors = AnchorKinds.Number) =>
        new(id, new(id), Number()) { MinDigits = digits, Score = 0.5f, Anchors = anchors };

    [GeneratedRegex("[0-9]{4,9}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
