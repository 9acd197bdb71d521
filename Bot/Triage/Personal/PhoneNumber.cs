namespace FeedbackBot.Triage.Personal;

/// <summary>Ofcom's numbering plan as far as it says whose a number may be.</summary>
internal static class PhoneNumber
{
    public const int National = 11;

    /// <param name="digits">ASCII digits only.</param>
    /// <param name="hasPlus">A plus stands before them.</param>
    public static PhoneKind KindOf(string digits, bool hasPlus)
    {
        var home = Home(digits, hasPlus);
        if (home is not null)
        {
            return home.Length == National
                ? home[1] switch
                {
                    '7' => PhoneKind.Mobile,
                    '1' or '2' => PhoneKind.Landline,
                    '3' or '8' or '9' or '5' => PhoneKind.Service,
                    _ => PhoneKind.None,
                }
                : home.Length == National - 1 && home[1] is '1' or '8' ? home.StartsWith("0800", StringComparison.Ordinal) ? PhoneKind.Service : PhoneKind.Short : PhoneKind.None;
        }

        return hasPlus && digits.Length is >= 9 and <= 15 && digits[0] != '0' && !digits.StartsWith("44", StringComparison.Ordinal)
                || !hasPlus && digits.Length is >= 12 and <= 15 && digits.StartsWith("00", StringComparison.Ordinal) && digits[2] is >= '1' and <= '9' && !digits.StartsWith("0044", StringComparison.Ordinal)
            ? PhoneKind.International
            : digits.Length == National - 1 && digits[0] == '7' && digits[1] is not ('0' or '6') ? PhoneKind.Short : PhoneKind.None;
    }

    /// <summary>With its leading 0 instead of the country's code; null where it is no number of the United Kingdom.</summary>
    private static string? Home(string digits, bool hasPlus)
    {
        var code = hasPlus && digits.StartsWith("44", StringComparison.Ordinal) ? 2
            : digits.StartsWith("0044", StringComparison.Ordinal) ? 4
            : digits.StartsWith("44", StringComparison.Ordinal) && digits.Length == National + 1 && digits[2] is '1' or '2' or '7' ? 2
            : 0;
        if (code == 0)
        {
            return digits[0] == '0' && digits[1] != '0' ? digits : null;
        }

        // "+44 (0)7700 …": the 0 is for those who dial at home.
        return "0" + digits[code..].TrimStart('0');
    }
}
