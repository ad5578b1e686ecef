using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Redaction.Text;

/// <summary>Common given names and surnames of five languages, from which surrogates are taken.</summary>
internal static class NameLists
{
    public const int Languages = 5;

    private static readonly string[] s_female =
    [
        "Abigail Alice Amber Beth Brenda Carol Claire Daisy Diana Edith Ellen Faith Fiona Gemma Grace Hannah Helen Irene Isla Jane Joan "
        + "Karen Kate Laura Lucy Mary Megan Nancy Nora Olivia Pamela Paula Rachel Rose Sarah Sophie Tessa Tracy Vera Wendy",
        "Anja Anke Birgit Britta Carola Claudia Dagmar Doris Elke Erika Frauke Franziska Gabi Greta Hanna Heike Ilse Inge Jana Jutta "
        + "Karin Katrin Lena Lotte Maren Monika Nadine Nele Olga Petra Paula Renate Ruth Sabine Silke Tanja Tina Ute Vera Wiebke",
        "Adèle Agathe Béatrice Brigitte Camille Céline Delphine Denise Elise Estelle Fabienne Flora Gisèle Hélène Henriette Inès "
        + "Isabelle Jeanne Juliette Karine Laure Louise Manon Margaux Nadège Nathalie Odile Pauline Perrine Rosalie Romane Sandrine "
            + "Solange Thérèse Valérie Viviane",
        "Alba Alicia Beatriz Blanca Carmen Clara Dolores Daniela Elena Emilia Fátima Francisca Gloria Gabriela Herminia Inés Irene "
        + "Josefa Juana Lucía Leonor Marta Mercedes Noelia Nuria Olga Paloma Pilar Rocío Rosa Silvia Sofía Teresa Valeria Violeta",
        "Alessia Anna Bianca Beatrice Carla Chiara Daniela Donatella Elisa Emma Fabiana Francesca Giada Giulia Ilaria Irene Jolanda "
        + "Laura Livia Marta Martina Nadia Noemi Ornella Paola Patrizia Roberta Rosa Sara Silvia Teresa Tiziana Valentina Viola",
    ];

    private static readonly string[] s_male =
    [
        "Adam Alan Brian Bruce Carl Colin Daniel Dennis Edward Eric Frank Fred George Graham Harry Henry Ian Isaac Jack James Keith "
        + "Kevin Liam Luke Mark Martin Nathan Neil Oliver Oscar Patrick Peter Ralph Robert Samuel Simon Thomas Toby Victor Walter",
        "Achim Axel Bernd Bruno Carsten Christoph Detlef Dieter Eberhard Erich Frank Fritz Georg Gerhard Hans Heinz Ingo Ivo Jens Jürgen "
        + "Karl Klaus Lars Lothar Manfred Markus Nils Norbert Olaf Otto Paul Peter Rainer Rolf Stefan Sven Thomas Tobias Uwe Volker Werner",
        "Adrien Alain Bastien Bruno Cédric Clément Damien Denis Edouard Etienne Fabien Florent Gaston Gilles Hervé Henri Ivan Jacques "
        + "Jérôme Kévin Laurent Luc Marcel Mathieu Nicolas Noël Olivier Pascal Pierre Quentin Rémi Roland Serge Sylvain Thierry "
            + "Tristan Vincent Xavier Yves",
        "Adrián Alberto Benito Bruno Carlos César Damián Diego Emilio Enrique Felipe Fernando Gabriel Gonzalo Hugo Héctor Ignacio Iván "
        + "Javier Jorge Lorenzo Luis Manuel Marcos Nicolás Néstor Óscar Pablo Pedro Rafael Ramón Salvador Sergio Tomás Vicente Víctor",
        "Aldo Angelo Bruno Bernardo Carlo Claudio Dario Davide Elio Enrico Fabio Franco Giorgio Guido Ivano Ivan Jacopo Lorenzo Luca "
        + "Marco Matteo Nicola Nino Orlando Paolo Pietro Raffaele Renato Sandro Stefano Tommaso Tullio Umberto Valerio Vittorio",
    ];

    private static readonly string[] s_surnames =
    [
        "Abbott Atkins Barker Bishop Carter Coleman Dalton Dawson Elliott Ellis Farmer Fisher Gardner Gibson Hartley Holmes Irving "
        + "Ingram Jennings Jordan Kendall Knight Lambert Lowe Marsh Mason Nash Norris Osborne Owens Palmer Porter Ramsey Reed Saunders "
            + "Sutton Thornton Turner Vaughan Vance Walters Webb",
        "Ackermann Albrecht Bachmann Brandt Claussen Conrad Dietrich Drescher Ebert Engel Feldmann Fuchs Gerlach Graf Hartmann Heller "
        + "Ibsen Illner Jansen Jung Keller Kramer Lehmann Lorenz Maurer Metzger Naumann Neumann Oswald Otto Pfeiffer Pohl Reuter Richter "
            + "Sander Seidel Thiel Thomas Vogel Voss Wagner Winkler",
        "Arnaud Aubert Barbier Blanchard Carpentier Chevalier Denis Dumas Etienne Evrard Fabre Fontaine Garnier Gauthier Hamon Hubert "
        + "Imbert Jacquet Joly Klein Lacroix Leclerc Marchand Mercier Noël Normand Olivier Ollier Perrin Picard Renard Roussel Sauvage "
            + "Simon Tessier Texier Vasseur Vidal",
        "Aguilar Arias Benítez Bravo Cabrera Campos Delgado Duarte Escobar Espinosa Fuentes Flores Gallego Guerrero Herrera Hidalgo "
        + "Ibáñez Iglesias Jiménez Jurado Lara Lozano Marín Medina Navarro Nieto Ortega Ochoa Pascual Peña Ramos Rivas Salazar Soler "
            + "Torres Trujillo Vargas Vega",
        "Amato Agosti Barbieri Bianco Caruso Conti Damiani Donati Esposito Errani Fabbri Ferrara Galli Gatti Iacono Innocenti Lombardi "
        + "Leone Mancini Marini Negri Neri Orlandi Oliva Pagani Parisi Ricci Rinaldi Sala Santoro Testa Tosi Valente Vitale",
    ];

    /// <summary>Letters with which each kind has names in every language: surrogates begin with them.</summary>
    public static readonly ImmutableArray<char> Initials = [.. "ABCDEFGLMNPRST"];

    private static readonly FrozenDictionary<string, (NameKind Kind, int Language)> s_known = Known();
    private static readonly FrozenDictionary<string, (NameKind Kind, int Language)>.AlternateLookup<ReadOnlySpan<char>> s_lookup =
        s_known.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly string[][] s_pools = Pools();

    /// <summary>What is known of a word: whether it is a woman's, a man's or a family's name, and of which language.</summary>
    public static bool TryFind(ReadOnlySpan<char> word, out NameKind kind, out int language)
    {
        var found = s_lookup.TryGetValue(word, out var known);
        (kind, language) = known;
        return found;
    }

    /// <summary>The names of a kind and language that begin with <see cref="Initials"/>[<paramref name="initial"/>].</summary>
    public static ReadOnlySpan<string> Pool(NameKind kind, int language, int initial) =>
        s_pools[((int)kind * Languages + language) * Initials.Length + initial];

    private static string[] Of(NameKind kind) => kind switch { NameKind.Female => s_female, NameKind.Male => s_male, _ => s_surnames };

    private static FrozenDictionary<string, (NameKind, int)> Known()
    {
        var known = new Dictionary<string, (NameKind, int)>(StringComparer.OrdinalIgnoreCase);
        foreach (var kind in (NameKind[])[NameKind.Female, NameKind.Male, NameKind.Surname])
            for (var language = 0; language < Languages; language++)
                foreach (var name in Of(kind)[language].Split(' ')) known.TryAdd(name, (kind, language));
        return known.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    private static string[][] Pools()
    {
        var pools = new string[3 * Languages * Initials.Length][];
        for (var i = 0; i < pools.Length; i++)
        {
            var (initial, rest) = (Initials[i % Initials.Length], i / Initials.Length);
            var kind = (NameKind)(rest / Languages);
            pools[i] = [.. Of(kind)[rest % Languages].Split(' ').Where(n => n[0] == initial)];
            if (pools[i].Length < 2) pools[i] = [.. Of(kind).SelectMany(static l => l.Split(' ')).Where(n => n[0] == initial).Distinct()];
        }
        return pools;
    }
}
