namespace Redaction.Text;

/// <summary>Names of countries as they end an address: English, and their own where the address grammar is at home.</summary>
internal static class AddressCountries
{
    public const string Names =
        "afghanistan|albania|algeria|andorra|angola|argentina|armenia|aruba|australia|austria|azerbaijan|bahamas|bahrain|bangladesh"
        + "|barbados|belarus|belgium|belize|benin|bermuda|bhutan|bolivia|" +
        "bosnia and herzegovina|botswana|brazil|brunei|bulgaria|burkina faso|burundi|cambodia|cameroon|canada|cape "
        + "verde|chad|chile|china|colombia|comoros|congo|costa rica|croatia|cuba|cyprus|" +
        "czech republic|czechia|democratic republic of the congo|denmark|djibouti|dominica|dominican republic|ecuador|egypt|el "
        + "salvador|england|eritrea|estonia|ethiopia|fiji|finland|france|gabon|gambia|" +
        "georgia|germany|ghana|greece|greenland|grenada|guatemala|guinea|guyana|haiti|honduras|hong "
        + "kong|hungary|iceland|india|indonesia|iran|iraq|ireland|republic of ireland|israel|italy|ivory coast|jamaica|" +
        "japan|jersey|jordan|kazakhstan|kenya|kiribati|kosovo|kuwait|kyrgyzstan|laos|latvia|lebanon|lesotho|liberia|libya|liechtenstein"
        + "|lithuania|luxembourg|macau|macedonia|madagascar|malawi|malaysia|" +
        "maldives|mali|malta|mauritania|mauritius|mexico|moldova|monaco|mongolia|montenegro|morocco|mozambique|myanmar|namibia|nauru"
        + "|nepal|netherlands|the netherlands|new zealand|nicaragua|niger|nigeria|" +
        "north korea|north macedonia|northern ireland|norway|oman|pakistan|palau|palestine|panama|papua new "
        + "guinea|paraguay|peru|philippines|poland|portugal|puerto rico|qatar|romania|russia|rwanda|samoa|" +
        "san marino|saudi arabia|scotland|senegal|serbia|seychelles|sierra leone|singapore|slovakia|slovenia|somalia|south africa|south "
        + "korea|south sudan|spain|sri lanka|sudan|suriname|swaziland|sweden|" +
        "switzerland|syria|taiwan|tajikistan|tanzania|thailand|togo|tonga|trinidad and "
        + "tobago|tunisia|turkey|turkmenistan|tuvalu|uganda|ukraine|united arab emirates|united kingdom|united states|" +
        "united states of america|uruguay|usa|u.s.a|us|uk|u.k|uzbekistan|vanuatu|vatican "
        + "city|venezuela|vietnam|wales|yemen|zambia|zimbabwe|" +
        "deutschland|österreich|schweiz|suisse|svizzera|belgië|belgique|nederland|españa|italia|brasil|polska|danmark|norge|sverige"
        + "|suomi|éire|luxemburg";
}
