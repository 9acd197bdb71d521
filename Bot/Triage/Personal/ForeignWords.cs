using System.Buffers;

namespace FeedbackBot.Triage.Personal;

/// <summary>Words of the languages that a hospital's patients write in, which say what the digits beside them are.</summary>
internal static class ForeignWords
{
    private static readonly SearchValues<string> Births = Folded(
        "date de naissance", "née le", "né le", "nee le ", "ne le ", // French
        "geburtsdatum", "geburtstag", "geboren", " geb. ", // German
        "fecha de nacimiento", "nacida el", "nacido el", "nací el", // Spanish
        "data de nascimento", "nascida em", "nascido em", "nasci ", // Portuguese
        "data di nascita", "nata il", "nato il", // Italian
        "data urodzenia", "urodzona", "urodzony", "urodziłam", "urodziłem", " ur. ", // Polish
        "nașterii", "născută", "născut", // Romanian
        "doğum", "dogum tarihi", // Turkish
        "dyddiad geni", "ganwyd", // Welsh
        "geboortedatum", "fødselsdato", "født", "födelsedatum", "född", "syntymäaika", // Dutch, Danish and Norwegian, Swedish, Finnish
        "taariikhda dhalashada", "dhashay", // Somali
        "születési", "született", // Hungarian
        "gimimo data", "gimiau", "datum narození", "dátum narodenia", "datëlindja", "γέννησης", "γεννηθηκα", // Lithuanian, Czech, Slovak, Albanian, Greek
        "дата рождения", "родился", "родилась", "дата народження", "народився", "народилася", "дата на раждане", // Russian, Ukrainian, Bulgarian
        "تاريخ الميلاد", "تاريخ ميلاد", "ميلاد", "مواليد", "ولدت", // Arabic
        "تاریخ پیدائش", "پیدائش", "تاریخ تولد", "متولد", "لەدایکبوون", // Urdu, Persian, Kurdish
        "जन्म", "জন্ম", "ਜਨਮ", "જન્મ", "பிறந்த", "ജനന", // Hindi, Bengali, Punjabi, Gujarati, Tamil, Malayalam
        "出生", "生日", "生年月日", "생년월일", "ngày sinh", "kapanganakan"); // Chinese, Japanese, Korean, Vietnamese, Filipino

    private static readonly SearchValues<string> Phones = Folded(
        "téléphone", "numéro", "mon portable", "appelez", "appeler", "telefon", "mein handy", "meine nummer", "anrufen", "rufen sie", "rückruf", "teléfono", "móvil", "llamar", "llame",
        "telefone", "telemóvel", "me ligue", "ligue para", "telefono", "cellulare", "chiamare", "chiamate", "zadzwoń", "dzwonić", "komórka", "mój numer", "numer tel", "sunați", "telefonul",
        "ara beni", "arayın", "cep numaram", "ffoniwch", "ffôn", "taleefan", "soo wac", "телефон", "позвоните", "звоните", "звонить", "подзвоніть", "номер",
        "اتصل", "هاتف", "موبايل", "جوال", "رقمي", "رقم", "فون", "نمبر", "تلفن", "شماره", "फोन", "फ़ोन", "नंबर", "কল", "ফোন", "নম্বর", "ਫੋਨ", "ਫ਼ੋਨ", "ਨੰਬਰ", "ફોન", "નંબર",
        "தொலைபேசி", "电话", "電話", "手机", "手機", "打给", "号码", "điện thoại", "전화", "τηλέφωνο");

    private static readonly SearchValues<string> Records = Folded(
        "numéro de patient", "numéro du patient", "numéro de dossier", "patientennummer", "número de paciente", "número do paciente", "numero paziente",
        "numer pacjenta", "număr pacient", "hasta numara", "rhif ysbyty", "номер пациента", "номер пацієнта", "رقم المريض", "رقم الملف", "رقم المستشفى", "مریض نمبر",
        "मरीज नंबर", "मरीज़ नंबर", "রোগীর নম্বর", "ਮਰੀਜ਼ ਨੰਬਰ", "દર્દી નંબર", "病历号", "病人号", "住院号");

    public static bool OfBirth(string plain) => Hold(Births, plain);

    public static bool OfPhone(string plain) => Hold(Phones, plain);

    public static bool OfRecord(string plain) => Hold(Records, plain);

    /// <summary>A text begins and ends like a word.</summary>
    private static bool Hold(SearchValues<string> words, string plain) => $" {plain} ".AsSpan().ContainsAny(words);

    /// <summary>As they stand in a text whose accents and vowel signs are left out.</summary>
    private static SearchValues<string> Folded(params string[] words) =>
        SearchValues.Create([.. words.Select(w => new PlainText(w).Text)], StringComparison.Ordinal);
}
