using Xunit;

namespace Redaction.Tests;

/// <summary>45 CFR 164.514(b)(2)(i)(C): ages over 89 go, or become "90 or older"; others may stay.</summary>
public sealed class SafeHarborAgeTests
{
    private static readonly RedactionEngine s_engine =
        new RedactionEngineBuilder().UsePolicy("hipaa-safe-harbor").WithDetectors("patterns").Build();

    [Theory]
    [InlineData("A 42-year-old man.", "A 42-year-old man.")]
    [InlineData("She is sixty-four years old.", "She is sixty-four years old.")]
    [InlineData("An 8-month-old boy.", "An 8-month-old boy.")]
    [InlineData("The patient, aged 89, fell.", "The patient, aged 89, fell.")]
    [InlineData("A 91-year-old man.", "A 90+ man.")]
    [InlineData("She is ninety-three years old.", "She is [age].")]
    [InlineData("She is one hundred and two years old.", "She is [age].")] // not two
    public void Redact_Age_GoesFromNinetyOn(string text, string expected) => Assert.Equal(expected, s_engine.Text.Redact(text));
}
