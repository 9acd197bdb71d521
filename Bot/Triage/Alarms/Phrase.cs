namespace FeedbackBot.Triage.Alarms;

/// <summary>Words that together mean something.</summary>
/// <param name="Kind">What they are about; null where they are a manner of speaking, which takes its words out of all other phrases.</param>
internal sealed record Phrase(AlarmKind? Kind, PhraseSlot[] Slots)
{
    /// <summary>Tries to fit the phrase with its first slot at a word.</summary>
    /// <param name="terms">For each word of the text the numbers of what it is.</param>
    /// <param name="at">The word for the first slot, which fits already.</param>
    /// <param name="taken">Gets the words' positions.</param>
    public bool Fits(IReadOnlyList<int[]> terms, int at, List<int> taken)
    {
        taken.Clear();
        taken.Add(at);
        return Fits(terms, 1, at + 1, taken);
    }

    private bool Fits(IReadOnlyList<int[]> terms, int slot, int next, List<int> taken)
    {
        if (slot == Slots.Length)
        {
            return true;
        }

        var wanted = Slots[slot];
        for (var at = next; at < terms.Count && at <= next + wanted.Gap; at++)
        {
            if (wanted.Terms.Overlaps(terms[at]))
            {
                taken.Add(at);
                if (Fits(terms, slot + 1, at + 1, taken))
                {
                    return true;
                }

                taken.RemoveAt(taken.Count - 1);
            }
        }

        return wanted.Optional && Fits(terms, slot + 1, next, taken);
    }
}
