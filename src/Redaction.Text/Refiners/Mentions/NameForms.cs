using System.Collections.Frozen;

namespace Redaction.Text;

/// <summary>The ways in which a name is repeated, as entries of a <see cref="MentionTable"/>.</summary>
internal static class NameForms
{
    private const int MostWords = 8, ShortestAccount = 6;
    private const float Family = 0.9f, Given = 0.85f, Initial = 0.85f, Handle = 0.8f, KnownForm = 0.95f, SureLone = 0.8f, SureCompany =
        0.75f;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_titles = Words(
        "mr mrs ms miss mx dr prof professor doctor sir lady lord madam rev reverend fr father sister judge justice hon capt captain sgt "
        + "officer president senator mister "
        + "herr frau dipl ing med phil mme mlle madame mademoiselle monsieur m maître don doña dona señor señora senor senora sr sra "
            + "srta signor signora sig dott dottore mevrouw meneer jr sr ii iii iv phd md esq");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_particles = Words(
        "van von de der den del della dello di da das do dos du la le les al el bin ibn ben ter ten te zu zum zur vom af av mac mc "
        + "st saint o d dal lo y e");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_companyWords = Words(
        "the a an and of for to de der die das und et y bank university college school hospital clinic institute department ministry "
        + "office court district club church city county state national "
        + "international global general first united american british royal german european group company corporation corp inc llc ltd "
            + "plc gmbh ag kg se sa sarl spa srl bv nv oy ab as "
        + "library program programs software project digital open free network networks data cloud cluster service product products "
            + "licensor license package module file files information management "
        + "limited holding holdings services solutions systems technologies technology partners associates consulting foundation "
            + "association society union center centre council "
        + "north south east west northern southern eastern western central new old great saint st");

    /// <summary>Adds the forms of a person's name.</summary>
    /// <param name="table">Takes the forms.</param>
    /// <param name="name">The name as found or given; titles and a leading family name with a comma are understood.</param>
    /// <param name="score">Score of the full name; the other forms get a little less.</param>
    /// <param name="known">The caller named the person: every form counts in full.</param>
    public static void AddPerson(MentionTable table, ReadOnlySpan<char> name, float score, bool known = false)
    {
        Span<Part> buffer = stackalloc Part[MostWords];
        var parts = buffer[..Split(name, buffer)];
        if (parts.IsEmpty) return;
        Span<ulong> words = stackalloc ulong[MostWords];
        if (parts.Length == 1)
        {
            if (known) AddOne(table, parts[0].Hash, new(EntityTypes.Person, score, MentionForm.KnownSingle));
            else if (score >= SureLone && IsName(name, parts[0]))
                table.AddLone(parts[0].Hash, new(EntityTypes.Person, score, MentionForm.Lone));
            return;
        }
        for (var i = 0; i < parts.Length; i++) words[i] = parts[i].Hash;
        table.Add(words[..parts.Length], new(EntityTypes.Person, score));
        AddParts(table, name, parts, score, known);
    }

    /// <summary>Adds the forms of an organisation's name: as it stands, its first distinctive word, its capitals.</summary>
    public static void AddOrganization(MentionTable table, ReadOnlySpan<char> name, float score)
    {
        Span<ulong> words = stackalloc ulong[MostWords];
        var reader = new WordReader(name);
        int count = 0, distinctive = -1;
        ulong capitals = Folding.Empty;
        while (count < MostWords && reader.Next())
        {
            if (distinctive < 0 && reader.Word.Length >= 4 && char.IsUpper(reader.Word[0]) && !s_companyWords.Contains(reader.Word)
                && !OrdinaryWords.Contains(reader.Word))
                distinctive = count;
            if (char.IsUpper(reader.Word[0])) capitals = Folding.Add(capitals, reader.Word[0]);
            words[count++] = reader.Hash;
        }
        if (count == 0 || (count == 1 && distinctive < 0)) return;
        table.Add(words[..count],
            new(EntityTypes.Organization, score, distinctive == 0 && count > 1 ? MentionForm.Any : MentionForm.Capitalised));
        if (distinctive == 0 && count > 1 && score >= SureCompany)
            AddOne(table, words[0], new(EntityTypes.Organization, score * Family, MentionForm.Capitalised));
        if (distinctive == 0 && count > 2) table.Add(words[..2], new(EntityTypes.Organization, score * Family, MentionForm.Capitalised));
        if (count >= 3) AddOne(table, capitals, new(EntityTypes.Organization, score * Handle, MentionForm.Capitals));
    }

    /// <summary>Adds the name of an account that is no word which people use otherwise.</summary>
    public static void AddAccount(MentionTable table, ReadOnlySpan<char> name, float score)
    {
        var reader = new WordReader(name);
        if (name.Length < ShortestAccount || UserFolders.IsNobody(name) || OrdinaryWords.Contains(name) || ChatRoles.Contains(name)
            || !reader.Next() || reader.Word.Length < name.Length) return;
        AddOne(table, reader.Hash, new(UserName.Type, score * Given, MentionForm.Account));
    }

    /// <summary>Adds the name that the part of an e-mail address before the @ spells: given name, separator, family name.</summary>
    public static void AddMailbox(MentionTable table, ReadOnlySpan<char> address, float score)
    {
        var at = address.IndexOf('@');
        if (at <= 0) return;
        var local = address[..at];
        var split = local.IndexOfAny('.', '_', '-');
        if (split < 2 || local.Length - split < 3 || local.ContainsAnyInRange('0', '9') || local[(split + 1)..].ContainsAny('.', '_', '-'))
            return;
        table.Add([Folding.HashOf(local[..split]), Folding.HashOf(local[(split + 1)..])],
            new(EntityTypes.Person, score * Given, MentionForm.Capitalised));
    }

    private static void AddParts(MentionTable table, ReadOnlySpan<char> name, ReadOnlySpan<Part> parts, float score, bool known)
    {
        float Scaled(float factor) => known ? KnownForm : score * factor;
        var given = parts[0];
        var family = FirstOfFamily(name, parts);
        var last = parts[^1];
        Span<ulong> words = stackalloc ulong[MostWords + 1];
        for (var i = family; i < parts.Length; i++) words[i - family + 1] = parts[i].Hash;
        var whole = words[..(parts.Length - family + 1)]; // a place for what stands before, then the family name
        var initial = Folding.HashOf(name.Slice(given.Start, 1));
        var lastInitial = Folding.HashOf(name.Slice(last.Start, 1));

        if (whole.Length > 2) table.Add(whole[1..], new(EntityTypes.Person, Scaled(Family)));
        AddOne(table, last.Hash, new(EntityTypes.Person, Scaled(Family), Single(known)));
        if (given.Length > 1) AddOne(table, given.Hash, new(EntityTypes.Person, Scaled(Given), Single(known)));
        whole[0] = given.Hash;
        table.Add(whole, new(EntityTypes.Person, Scaled(1)));
        table.Add([given.Hash, last.Hash], new(EntityTypes.Person, Scaled(1)));
        table.Add([last.Hash, given.Hash], new(EntityTypes.Person, Scaled(Family)));
        whole[0] = initial;
        table.Add(whole, new(EntityTypes.Person, Scaled(Initial), MentionForm.InitialFirst));
        table.Add([initial, last.Hash], new(EntityTypes.Person, Scaled(Initial), MentionForm.InitialFirst));
        table.Add([last.Hash, initial], new(EntityTypes.Person, Scaled(Initial), MentionForm.InitialLast));
        table.Add([given.Hash, lastInitial], new(EntityTypes.Person, Scaled(Initial), MentionForm.InitialLast));
        table.Add([initial, lastInitial], new(EntityTypes.Person, Scaled(Handle), MentionForm.Initials));
        AddMiddle(table, name, parts, family, Scaled(Initial));
        AddHandles(table, name, given, last, Scaled(Handle));
    }

    /// <summary>John A. Smith and J.A. Smith, for John Albert Smith.</summary>
    private static void AddMiddle(MentionTable table, ReadOnlySpan<char> name, ReadOnlySpan<Part> parts, int family, float score)
    {
        if (family != 2) return;
        var middle = Folding.HashOf(name.Slice(parts[1].Start, 1));
        var initial = Folding.HashOf(name.Slice(parts[0].Start, 1));
        table.Add([parts[0].Hash, middle, parts[^1].Hash], new(EntityTypes.Person, score));
        table.Add([initial, middle, parts[^1].Hash], new(EntityTypes.Person, score, MentionForm.InitialFirst));
    }

    /// <summary>The names that accounts and mailboxes get: johnsmith, jsmith, smithj.</summary>
    private static void AddHandles(MentionTable table, ReadOnlySpan<char> name, in Part given, in Part last, float score)
    {
        if (last.Length < 4) return;
        var first = name.Slice(given.Start, given.Length);
        var family = name.Slice(last.Start, last.Length);
        var handle = new Mention(EntityTypes.Person, score);
        AddOne(table, Folding.HashOf(family, given.Hash), handle);
        AddOne(table, Folding.HashOf(first, last.Hash), handle);
        AddOne(table, Folding.HashOf(family, Folding.HashOf(first[..1])), handle);
        if (last.Length >= 5) AddOne(table, Folding.HashOf(first[..1], last.Hash), handle);
    }

    private static void AddOne(MentionTable table, ulong word, in Mention mention) => table.Add([word], in mention);

    private static MentionForm Single(bool known) => known ? MentionForm.KnownSingle : MentionForm.Single;

    /// <summary>A lone word that was found is repeated only if it looks like a name.</summary>
    private static bool IsName(ReadOnlySpan<char> name, in Part part)
    {
        var word = name.Slice(part.Start, part.Length);
        return part.Length > 1 && !char.IsLower(word[0]) && !HasInnerCapital(word) && !OrdinaryWords.Contains(word);
    }

    /// <summary>MakeMaker and DNS are names of things; McAdam and DiCarlo have their second capital early.</summary>
    private static bool HasInnerCapital(ReadOnlySpan<char> word) =>
        word.Length > 3 && word[3..].ContainsAnyInRange('A', 'Z') || word.IndexOfAnyExceptInRange('A', 'Z') < 0;

    /// <summary>The words without titles; family name last.</summary>
    private static int Split(ReadOnlySpan<char> name, Span<Part> parts)
    {
        var reader = new WordReader(name);
        var count = 0;
        while (count < parts.Length && reader.Next())
        {
            if (!char.IsLetter(reader.Word[0]) || s_titles.Contains(reader.Word)) continue;
            parts[count++] = new(reader.Hash, reader.Start, reader.End - reader.Start);
        }
        if (count > 1 && name[(parts[0].Start + parts[0].Length)..parts[1].Start].Contains(','))
        {
            var family = parts[0];
            parts[1..count].CopyTo(parts);
            parts[count - 1] = family;
        }
        return count;
    }

    private static int FirstOfFamily(ReadOnlySpan<char> name, ReadOnlySpan<Part> parts)
    {
        for (var i = 1; i < parts.Length - 1; i++)
            if (s_particles.Contains(name.Slice(parts[i].Start, parts[i].Length))) return i;
        return parts.Length - 1;
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly record struct Part(ulong Hash, int Start, int Length);
}
