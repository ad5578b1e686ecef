using Xunit;

namespace Redaction.Text.Tests;

public class LookAlikesTests
{
    [Fact]
    public void Refine_ModelTakesAMailAddressIntoAName_CutsIt()
    {
        const string Text = "Ada Fell ada@x.example";
        Finding<TextSpan> name = new(EntityTypes.Person, new(0, Text.Length), 0.99f, "names");
        Finding<TextSpan> mail = new(EntityTypes.Email, new(9, 13), 0.98f, "email");

        var all = Refining.Run(new LookAlikes(), Text, [name, mail]);

        Assert.Equal(0f, all[0].Score);
        Assert.Equal(new(EntityTypes.Person, new(0, 8), 0.99f, "names"), all[2]);
    }

    [Fact]
    public void Refine_ModelTakesANumberWithItsLabelForAnAddress_LeavesTheNumber()
    {
        const string Text = "SSN 536-22-1234";
        Finding<TextSpan> address = new(EntityTypes.Address, new(0, Text.Length), 0.99f, "names");
        Finding<TextSpan> number = new(new("us.ssn"), new(4, 11), 0.9f, "us.ssn");

        var all = Refining.Run(new LookAlikes(), Text, [address, number]);

        Assert.Equal(0f, all[0].Score);
        Assert.All(all[2..], static f => Assert.True(f.Score < Scores.Acts)); // the word before it is no address
    }

    [Fact]
    public void Refine_WeakNumber_LeavesTheModelsFinding()
    {
        Finding<TextSpan> address = new(EntityTypes.Address, new(0, 20), 0.9f, "names");
        Finding<TextSpan> number = new(EntityTypes.Phone, new(8, 8), 0.3f, "phone");

        Assert.Equal(0.9f, Refining.Run(new LookAlikes(), "Example Road 1234567", [address, number])[0].Score);
    }
}
