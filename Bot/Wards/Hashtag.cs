namespace FeedbackBot.Wards;

/// <summary>Hashtags as settings write them, with or without their mark.</summary>
public static class Hashtag
{
    /// <summary>The hashtag without its # and without surrounding blanks.</summary>
    public static string Bare(string hashtag) => hashtag.Trim().TrimStart('#', '＃').Trim();

    /// <summary>Only letters, digits and underscores, and not digits alone: what X takes as a hashtag.</summary>
    public static bool IsUsable(string bare) =>
        bare.Length > 0 && bare.All(c => char.IsLetterOrDigit(c) || c == '_') && !bare.All(char.IsDigit);
}
