using System.Text;
using Xunit;

namespace Redaction.Text.Tests;

public class RepeatedMentionsTests
{
    [Theory]
    [InlineData("{person:Jane Doeling} wrote. [[Jane Doeling]] signed. [[JANE DOELING]] left.")] // full name, whatever its case
    [InlineData("{person:Jane Doeling} wrote. Ms [[Doeling]] signed; [[doeling]]'s file.")] // family name, possessive
    [InlineData("{person:Jane Doeling} wrote. [[Jane]] signed, then [[jane]] left.")] // given name
    [InlineData("{person:Jane Doeling} wrote. [[J. Doeling]] signed, also [[J Doeling]] and [[J.D.]] here.")] // initials
    [InlineData("{person:Jane Doeling} wrote. [[Doeling, Jane]] and [[Doeling J.]] are listed.")] // family name first
    [InlineData("{person:Dr. Jane Maria Doeling} wrote. [[Jane M. Doeling]], [[J.M. Doeling]], [[Jane Doeling]].")] // middle names
    [InlineData("{person:Doeling, Jane} is listed. [[Jane Doeling]] wrote.")] // found family name first
    [InlineData("{person:Jan van der Doel} wrote. Mr [[van der Doel]] and [[Doel]] left.")] // particles
    [InlineData("{person:Jane Doeling} wrote from [[jane.doeling]]@example.com and [[jdoeling]]@example.com.")] // mailbox
    [InlineData("{person:Zoë Müller} schrieb. [[ZOE MULLER]] kam.")] // accents
    [InlineData("{person:王小明}来了。[[王小明]]走了。")] // no spaces
    [InlineData("{person:Will Markham} called. The will was read by [[Will]]. Will you come?")] // a name that is a word
    [InlineData("{person:Mark Bishop} called. A bishop will mark it.")] // both are words
    [InlineData("{organization:Nordwave Trading Ltd} sent it. [[Nordwave]] paid; [[Nordwave Trading Ltd]] signed, [[NTL]] too. A nordwave.")]
    [InlineData("{organization:Bank of Exampleton} sent it. The bank paid.")]
    // everyday words keep their capitals
    [InlineData("{organization:Free Harbour Trust} is here. A free harbour trust for all. [[Free Harbour Trust]] signed.")]
    [InlineData("{email:jane.doeling@example.com} is from [[Jane Doeling]], not jane of doeling.")]
    [InlineData("{email:info.desk@example.com} asks the info desk.")]
    [InlineData("{us.ssn:536-22-1234} again [[536 22 1234]] and [[536221234]], not 5362212345 or 36-22-1234")]
    [InlineData("{account-number:AB-12345} again [[ab12345]].")]
    [InlineData("{date:2024} again 2024.")] // dates are found by their own detector
    [InlineData("{phone:1234} again 1234.")] // too short to be told apart
    [InlineData("{person:Dear} reader, dear reader, Dear all")] // found by mistake
    public void Refine_FindsEveryForm(string marked) => Refining.Check(new RepeatedMentions(), marked);

    [Fact]
    public void Refine_WeakFinding_IsNotRepeated()
    {
        var (text, given, _) = Refining.Parse("{person:Jane Doeling} and Jane Doeling", score: 0.4f);

        Assert.Single(Refining.Run(new RepeatedMentions(), text, given));
    }

    [Fact]
    public void Refine_WeakerFindingOfTheSame_IsRaised()
    {
        Finding<TextSpan>[] given = [new(EntityTypes.Person, new(0, 12), 0.9f, "a"), new(EntityTypes.Person, new(17, 7), 0.3f, "b")];

        var all = Refining.Run(new RepeatedMentions(), "Jane Doeling and Doeling", given);

        Assert.Equal(2, all.Length);
        Assert.Equal(0.81f, all[1].Score, 3);
    }

    [Fact]
    public void Refine_LoneWordFoundAtFewOfItsPlaces_IsNoName()
    {
        var (text, given, _) = Refining.Parse("new {person:Tamsin}(1); " + string.Join(" ", Enumerable.Repeat("Tamsin(2);", 9)));

        var found = Assert.Single(Refining.Run(new RepeatedMentions(), text, given));

        Assert.True(found.Score < 0.5f);
    }

    [Fact]
    public void Refine_LoneNameFoundAtManyOfItsPlaces_IsFoundEverywhere()
    {
        var (text, given, _) = Refining.Parse(string.Join(" ", Enumerable.Repeat("{person:Tamsin} wrote; then Tamsin left.", 5)));

        Assert.Equal(10, Refining.Run(new RepeatedMentions(), text, given).Length);
    }

    [Fact]
    public void Refine_WithoutFindings_AllocatesNothing()
    {
        var refiner = new RepeatedMentions();
        var sink = new FindingSink<TextSpan>();
        var text = new string('x', 100_000);
        refiner.Refine(new TextSource(text), sink);

        var before = GC.GetAllocatedBytesForCurrentThread();
        refiner.Refine(new TextSource(text), sink);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Refine_RandomText_StaysWithinItAndDropsNothing()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var text = new StringBuilder();
            string[] pieces = ["Jane ", "Doeling", "J.", " 12-34-567 ", "王小", ", ", "@", "\n", "O'Brien ", "\uD800", ".", "doe "];
            for (var i = 0; i < 60; i++) text.Append(pieces[random.Next(pieces.Length)]);
            List<Finding<TextSpan>> given = [];
            for (var i = 0; i < 6; i++)
            {
                var start = random.Next(text.Length - 1);
                EntityType[] types = [EntityTypes.Person, EntityTypes.Organization, EntityTypes.Email, EntityTypes.Phone];
                given.Add(new(types[random.Next(types.Length)], new(start, random.Next(1, Math.Min(20, text.Length - start))),
                    random.NextSingle(), "planted"));
            }

            var all = Refining.Run(new RepeatedMentions(), text.ToString(), given);

            for (var i = 0; i < given.Count; i++)
                Assert.True(all[i].Region == given[i].Region && all[i].Score >= given[i].Score, $"seed {seed}");
            foreach (var finding in all)
                Assert.True(finding.Region.Start >= 0 && finding.Region.Length > 0 && finding.Region.End <= text.Length,
                    $"seed {seed}: {finding}");
        }
    }
}
