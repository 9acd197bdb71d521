namespace FeedbackBot.Triage.Personal;

/// <summary>The rule by which an NHS number (and Scotland's CHI number) proves itself: ten digits, the last of which checks the others.</summary>
public static class NhsNumber
{
    public const int Digits = 10;

    /// <param name="digits">Ten ASCII digits.</param>
    public static bool IsValid(ReadOnlySpan<char> digits)
    {
        if (digits.Length != Digits || digits.IndexOfAnyExcept(digits[0]) < 0)
        {
            return false;
        }

        var sum = 0;
        for (var i = 0; i < Digits - 1; i++)
        {
            sum += (Digits - i) * (digits[i] - '0');
        }

        // 11 counts as 0, and a number whose check digit would be 10 is never given out.
        return (11 - (sum % 11)) % 11 == digits[^1] - '0';
    }

    /// <summary>No NHS number begins with 0, but a CHI number does where its owner was born on one of the first nine days of a month.</summary>
    public static bool MayBegin(ReadOnlySpan<char> digits) =>
        digits[0] != '0' || (digits[1] != '0' && digits[2..4] is ['0', not '0'] or ['1', >= '0' and <= '2']);
}
