namespace FeedbackBot.Cards;

/// <summary>The languages that X tells apart, by the tags it uses, some of them out of date. Our own table: machines differ in what they call them.</summary>
public static class LanguageNames
{
    private const string Table = """
        am Amharic; ar Arabic; bg Bulgarian; bn Bengali; bo Tibetan; bs Bosnian; ca Catalan; ckb Kurdish; cs Czech; cy Welsh;
        da Danish; de German; dv Maldivian; el Greek; es Spanish; et Estonian; eu Basque; fa Persian; fi Finnish; fr French;
        gu Gujarati; he Hebrew; hi Hindi; hr Croatian; ht Haitian Creole; hu Hungarian; hy Armenian; id Indonesian;
        in Indonesian; is Icelandic; it Italian; iw Hebrew; ja Japanese; ka Georgian; km Khmer; kn Kannada; ko Korean; lo Lao;
        lt Lithuanian; lv Latvian; ml Malayalam; mr Marathi; my Burmese; ne Nepali; nl Dutch; no Norwegian; or Odia;
        pa Punjabi; pl Polish; ps Pashto; pt Portuguese; ro Romanian; ru Russian; sd Sindhi; si Sinhala; sk Slovak; sl Slovene;
        so Somali; sq Albanian; sr Serbian; sv Swedish; ta Tamil; te Telugu; th Thai; tl Tagalog; tr Turkish; ug Uyghur;
        uk Ukrainian; ur Urdu; vi Vietnamese; zh Chinese
        """;

    private static readonly Dictionary<string, string> Names = Table.Split(';', StringSplitOptions.TrimEntries)
        .Select(entry => entry.Split(' ', 2))
        .ToDictionary(entry => entry[0], entry => entry[1], StringComparer.OrdinalIgnoreCase);

    /// <param name="tag">BCP 47, or one of X's own for what is no language: "und", "zxx", "qme" and the like.</param>
    /// <returns>Null for English and for what isn't known.</returns>
    public static string? Of(string? tag) => Names.GetValueOrDefault((tag ?? "").Split('-')[0]);
}
