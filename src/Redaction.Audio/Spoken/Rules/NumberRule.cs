namespace Redaction.Audio;

/// <summary>Runs of digits and of digits with letters: by what was asked for, or by their own length and manner.</summary>
internal static class NumberRule
{
    private const int Reach = 40;
    private const int ShortReach = 14;
    private const int SmallestChain = 4;

    public static void Find(in SpokenWords words, SpokenScene scene, List<SpokenValue> values)
    {
        foreach (var run in scene.Reading.Runs)
        {
            if (run.Digits == 0) continue;
            var (type, score) = Judge(words, scene, run);
            if (score > 0) values.Add(new(type, run.First, run.Last, score));
        }
    }

    private static (EntityType Type, float Score) Judge(in SpokenWords words, SpokenScene scene, SpokenRun run)
    {
        var own = Own(run, scene.MinimumDigits);
        if (run.Digits >= 2 && words[Math.Max(0, run.First - 1)].May(WordKinds.Dwelling) && run.First > 1
            && words.Written(run.First - 1) is "box") return (SpokenEntities.Address, 0.7f);
        var cue = Cue(words, scene.Cues, run);
        if (cue != CueKind.None) return (Type(cue, run), MathF.Max(own, 0.85f));
        return (Shape(run), own);
    }

    /// <summary>The score of a run that nothing explains.</summary>
    private static float Own(SpokenRun run, int minimumDigits)
    {
        if ((run.IsQuantity && run.Singles < 7) || IsDecimal(run)) return 0;
        if (run.Letters > 0) return run.Digits + run.Letters >= 5 && run.Digits >= 2 && !(run.HasScale && run.Singles == 0) ? 0.6f : 0;
        if (run.HasScale && run.Singles < SmallestChain) return 0;
        if (run.Digits >= minimumDigits && (run.Singles >= 2 || run.Written >= 5 || run.Pairs >= 3))
            return run.Singles >= minimumDigits ? 0.75f : 0.65f;
        if (run.Singles >= SmallestChain && !run.IsEnumerated) return 0.55f;
        return run.Singles >= 3 && !run.IsEnumerated ? 0.35f : 0;
    }

    /// <summary>What the run answers; None when nothing asks for it, or when it is too short for what is asked.</summary>
    private static CueKind Cue(in SpokenWords words, CueTrack cues, SpokenRun run)
    {
        for (var i = 0; i < 4 && cues.TryBefore(run.First, i, out var kind, out var last) && run.First - last <= Reach; i++)
            if (Answers(words, kind, run, run.First - last)) return kind;
        var after = words[Math.Min(run.Last + 1, words.Count - 1)].Line == words[run.Last].Line ? cues.After(run.Last, 4) : CueKind.None;
        return after != CueKind.None && Answers(words, after, run, 3) ? after : CueKind.None;
    }

    private static bool Answers(in SpokenWords words, CueKind kind, SpokenRun run, int distance)
    {
        if (run.IsQuantity && run.Singles < SmallestChain) return false;
        var isStart = IsLineStart(words, run.First);
        var isClose = distance <= 3 || (distance <= 5 && !IsYear(run)) || (isStart && distance <= 30);
        var size = run.Digits + run.Letters;
        if ((run.IsEnumerated && size < SmallestChain) || IsTime(words, run) || (IsPriceOrYear(run) && !isClose)) return false;
        return kind switch
        {
            CueKind.Code =>
                (size is >= 3 and <= 9 || (size == 2 && isStart)) && distance <= 25 && (!run.HasScale || isClose),
            CueKind.Last =>
                size >= 2 && (run.Singles >= 2 || run.Pairs >= 1 || run.Written >= 3) && distance <= 10 && (size >= 3 || distance <= 3),
            CueKind.Card or CueKind.Account or CueKind.Phone => run.Singles >= 3 || (size >= 4 && isClose) || size >= 6 && !run.HasScale,
            CueKind.Id => run.Singles >= 3 || (size >= 4 && (run.Letters > 0 || isClose || run.Written >= 4)),
            CueKind.Postcode => size is >= 3 and <= 9 && distance <= 20,
            CueKind.Address => run.Singles >= 3 || (size >= 3 && isClose),
            CueKind.Secret or CueKind.User or CueKind.Maiden => size >= 3 && distance <= ShortReach,
            CueKind.Birth or CueKind.Expiry => size is >= 3 and <= 8 && distance <= 20 && (isClose || !IsYear(run)),
            CueKind.Age => size is >= 1 and <= 3 && distance <= 8 && run.Letters == 0,
            _ => false,
        };
    }

    /// <summary>True when nothing but fillers stands before the word on its line.</summary>
    private static bool IsLineStart(in SpokenWords words, int index)
    {
        var first = index;
        while (first > 0 && index - first < 8 && words[first - 1].Line == words[index].Line) first--;
        while (first < index)
        {
            var length = words.Match(first, WordKinds.Filler | WordKinds.Correction | WordKinds.StrongName, out _);
            if (length == 0) return false;
            first += length;
        }
        return true;
    }

    /// <summary>"three point one four one five".</summary>
    private static bool IsDecimal(SpokenRun run) =>
        run.Letters == 0 && run.Singles < 7 && run.Atoms.Count > 2 && run.Atoms[1] is { Kind: AtomKind.Symbol, Text: "." }
            && run.Atoms.FindIndex(2, static a => a.Kind == AtomKind.Symbol) < 0;

    /// <summary>"at five thirty".</summary>
    private static bool IsTime(in SpokenWords words, SpokenRun run) =>
        run is { Atoms: [{ Kind: AtomKind.Digit or AtomKind.Pair }, { Kind: AtomKind.Pair }], Digits: 3 or 4 } && run.First > 0
        && words.Table.Contains(words.Written(run.First - 1), WordLists.TimeLead);

    /// <summary>"nineteen ninety nine", "five fifty": what a price or a year sounds like.</summary>
    private static bool IsPriceOrYear(SpokenRun run) =>
        run is { Letters: 0, Written: 0, Singles: <= 1, Digits: 3 or 4 } && (run.Pairs > 0 || run.HasScale);

    private static bool IsYear(SpokenRun run) => run is { Digits: 4, Singles: <= 1 } && run.Compact[..2] is "19" or "20";

    private static EntityType Type(CueKind kind, SpokenRun run) => kind switch
    {
        CueKind.Address => run.Digits == 5 ? SpokenEntities.PostalCode : SpokenEntities.Address,
        _ => TypeOf(kind),
    };

    /// <summary>The type of what is asked for.</summary>
    public static EntityType TypeOf(CueKind kind) => kind switch
    {
        CueKind.None => SpokenEntities.NumberSequence,
        CueKind.Code => SpokenEntities.SecurityCode,
        CueKind.Card => EntityTypes.CreditCard,
        CueKind.Phone => EntityTypes.Phone,
        CueKind.Birth or CueKind.Expiry => EntityTypes.Date,
        CueKind.Postcode => SpokenEntities.PostalCode,
        CueKind.Secret or CueKind.Maiden => EntityTypes.Secret,
        CueKind.User => SpokenEntities.Username,
        CueKind.Age => SpokenEntities.Age,
        _ => SpokenEntities.AccountNumber,
    };

    private static EntityType Shape(SpokenRun run) => run.Letters > 0 ? SpokenEntities.NumberSequence : run.Digits switch
    {
        >= 13 and <= 19 => EntityTypes.CreditCard,
        10 or 11 => EntityTypes.Phone,
        _ => SpokenEntities.NumberSequence,
    };
}
