using System.Collections.Frozen;

namespace Redaction.Text;

/// <summary>The region of well-known large cities: the country, and for the United States the census region.</summary>
internal static class Regions
{
    private static readonly FrozenDictionary<string, string> s_regions = Table(
        ("Germany", "Berlin|Hamburg|Munich|München|Cologne|Köln|Frankfurt|Stuttgart|Düsseldorf|Leipzig|Dortmund|Essen|Bremen|Dresden"
            + "|Hannover|Nürnberg|Nuremberg"),
        ("Austria", "Vienna|Wien|Graz|Linz|Salzburg|Innsbruck"),
        ("Switzerland", "Zürich|Zurich|Geneva|Genf|Genève|Basel|Bern|Lausanne"),
        ("France", "Paris|Marseille|Lyon|Toulouse|Nice|Nantes|Strasbourg|Montpellier|Bordeaux|Lille|Rennes"),
        ("Spain", "Madrid|Barcelona|Valencia|Seville|Sevilla|Zaragoza|Málaga|Bilbao"),
        ("Italy", "Rome|Roma|Milan|Milano|Naples|Napoli|Turin|Torino|Palermo|Genoa|Genova|Bologna|Florence|Firenze|Venice|Venezia"),
        ("Portugal", "Lisbon|Lisboa|Porto"),
        ("Netherlands", "Amsterdam|Rotterdam|The Hague|Den Haag|Utrecht|Eindhoven"),
        ("Belgium", "Brussels|Bruxelles|Brussel|Antwerp|Antwerpen|Ghent|Gent"),
        ("Poland", "Warsaw|Warszawa|Kraków|Krakow|Łódź|Wrocław|Poznań|Gdańsk"),
        ("United Kingdom", "London|Birmingham|Manchester|Leeds|Glasgow|Liverpool|Sheffield|Edinburgh|Bristol|Cardiff|Belfast"),
        ("Ireland", "Dublin|Cork|Galway"), ("Denmark", "Copenhagen|København|Aarhus"), ("Sweden", "Stockholm|Gothenburg|Göteborg|Malmö"),
        ("Norway", "Oslo|Bergen|Trondheim"), ("Finland", "Helsinki|Espoo|Tampere"),
        ("Canada", "Toronto|Montreal|Montréal|Vancouver|Calgary|Ottawa|Edmonton"),
        ("Australia", "Sydney|Melbourne|Brisbane|Perth|Adelaide|Canberra"),
        ("India", "Mumbai|Delhi|New Delhi|Bangalore|Bengaluru|Chennai|Kolkata|Hyderabad|Pune"),
        ("Japan", "Tokyo|Osaka|Kyoto|Yokohama|Nagoya|Sapporo"),
        ("Brazil", "São Paulo|Rio de Janeiro|Brasília|Salvador|Fortaleza"), ("Mexico", "Mexico City|Guadalajara|Monterrey"),
        ("US Northeast", "New York|New York City|Boston|Philadelphia|Pittsburgh|Newark|Buffalo"),
        ("US Midwest", "Chicago|Detroit|Indianapolis|Columbus|Milwaukee|Minneapolis|Cleveland|St. Louis|Kansas City|Omaha"),
        ("US South",
            "Houston|Dallas|San Antonio|Austin|Miami|Atlanta|Washington|Baltimore|Charlotte|Nashville|Memphis|New "
            + "Orleans|Tampa|Jacksonville"),
        ("US West", "Los Angeles|San Francisco|San Diego|San Jose|Seattle|Portland|Denver|Phoenix|Las Vegas|Salt Lake City|Sacramento"));

    /// <summary>The region; null for a place that is not in the table.</summary>
    public static string? Of(ReadOnlySpan<char> place) =>
        s_regions.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(place.Trim(), out var region) ? region : null;

    private static FrozenDictionary<string, string> Table(params (string Region, string Cities)[] rows) => rows
        .SelectMany(static row => row.Cities.Split('|').Select(city => KeyValuePair.Create(city, row.Region)))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
}
