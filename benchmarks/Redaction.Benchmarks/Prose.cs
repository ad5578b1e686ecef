using System.Globalization;
using System.Text;

namespace Redaction.Benchmarks;

/// <summary>Texts of one length, made from invented sentences with a seeded generator: the same on every machine.</summary>
internal static class Prose
{
    public const int Length = 100_000;

    private static readonly string[] s_names =
        ["Ada Fell", "Ben Okoro", "Carla Weiss", "Dina Marsh", "Emil Novak", "Farah Lind", "Gus Hart", "Hana Sole"];
    private static readonly string[] s_things = ["the quarterly report", "a broken printer", "the new garden fence", "her late train",
        "our second order", "the choir practice", "a slow connection", "the missing invoice"];
    private static readonly string[] s_verbs = ["asked about", "forgot", "wrote to us about", "complained about", "laughed about",
        "was pleased with", "had questions on", "spoke for a while about"];
    private static readonly string[] s_plain =
    [
        "Nobody had expected the meeting to take quite so long, and the coffee was cold by the end of it. ",
        "After some discussion everyone agreed that the first proposal was still the best one; the others were put aside for now. ",
        "It rained for most of the afternoon, so the walk along the river had to wait until the next weekend. ",
        "She said that the results were better than last year's, although the difference was small. ",
        "Please keep the windows closed while the painters are at work in the corridor.\n",
    ];

    /// <summary>Ordinary sentences with names and a number now and then; hardly anything to find.</summary>
    public static string Ordinary { get; } = Make(static (r, t) =>
    {
        if (r.Next(3) > 0) t.Append(Pick(r, s_plain));
        else t.Append(CultureInfo.InvariantCulture,
            $"{Pick(r, s_names)} {Pick(r, s_verbs)} {Pick(r, s_things)}, which took {r.Next(2, 90)} minutes and cost {r.Next(1, 900)}."
            + $"{r.Next(10, 99)} in {r.Next(1990, 2025)}. ");
    });

    /// <summary>Sentences without a digit: nothing to find.</summary>
    public static string Clean { get; } = Make(static (r, t) => t.Append(Pick(r, s_plain)));

    /// <summary>A value to find in every sentence.</summary>
    public static string Dense { get; } = Make(static (r, t) =>
    {
        var n = r.Next(1000, 9999);
        t.Append(Pick(r, s_names)).Append(' ').Append((n % 6) switch
        {
            0 => $"wrote from user{n}@example.com. ",
            1 => $"can be called on +1 415 555 {n}. ",
            2 => $"was born on {n % 28 + 1}/{n % 12 + 1}/19{n % 90 + 10}. ",
            3 => $"logged in from 192.0.2.{n % 255} at https://example.com/u/{n}. ",
            4 => "paid with 4532 0151 1283 0366 today. ",
            _ => $"has the number 536-22-{n} on file. ",
        });
    });

    /// <summary>Tickets, chats, records, log lines and letters with a value in about ten words, as data for annotation has them.</summary>
    public static string Records { get; } = Make(static (r, t) =>
    {
        var (name, n) = (Pick(r, s_names), r.Next(1000, 9999));
        t.Append((n % 6) switch
        {
            0 => $"Ticket {n}: {name} says the parcel has not come yet and asks us to call back on +1 415 555 {n} before Friday.\n",
            1 => $"10:{n % 50 + 10} {name}: hi, I still can't log in, my e-mail is user{n}@example.com and the reset link never "
                + $"arrives\n10:{n % 50 + 11} Agent: thanks, I will look into it and be right back with you\n",
            2 => $"Name: {name}\nDate of birth: {n % 28 + 1}/{n % 12 + 1}/19{n % 90 + 10}\nSSN: 536-22-{n}\nNotes: seen twice this "
                + $"month, feels better, no change of medication, next visit in spring.\n",
            3 => $"2024-05-{n % 18 + 10} 10:{n % 50 + 10}:07 INFO session opened for {name} from 192.0.2.{n % 255} after two failed "
                + $"attempts, see https://example.com/u/{n}\n",
            4 => $"The amount of {n % 90 + 10}.50 was paid with card 4532 0151 1283 0366 and will be refunded within ten working days, "
                + $"as {name} was told in writing. ",
            _ => $"Please send the new contract to {name}, {n % 90 + 1} Elm Street, Springfield, IL 62704, together with the leaflet "
                + $"about delivery times and the form for returns. ",
        });
    });

    private static string Pick(Random random, string[] choices) => choices[random.Next(choices.Length)];

    private static string Make(Action<Random, StringBuilder> sentence)
    {
        var random = new Random(20240229);
        var text = new StringBuilder(Length + 256);
        while (text.Length < Length) sentence(random, text);
        text.Length = Length;
        return text.ToString();
    }
}
