using FeedbackBot.Wards;

namespace FeedbackBot.Cases.Escalations;

/// <summary>Who hears of an escalation, rung by rung: the next are told when none of those before has taken it.</summary>
/// <param name="Rungs">Entra object ids; no rung is empty, and nobody is on two.</param>
/// <param name="Finishers">Who may close it; null for everybody on the rungs.</param>
public sealed record EscalationAudience(IReadOnlyList<IReadOnlyList<string>> Rungs, IReadOnlyList<string>? Finishers = null)
{
    /// <summary>Whoever has more such wards sets a lead for all of them.</summary>
    private const int MostNames = 5;

    public static EscalationAudience Of(EscalationKind kind, string wardId, OrganisationFacts organisation)
    {
        var ward = organisation.Find(wardId);
        IReadOnlyList<string>[] rungs = [ward?.Bosses ?? [], ward?.Site?.Bosses ?? [], organisation.Bosses];
        if (kind != EscalationKind.MustNotWait)
        {
            return new EscalationAudience(Ladder(rungs));
        }

        // In an emergency the ward's own bosses, its site's and the organisation's are one rung: it doesn't matter which of them acts.
        IReadOnlyList<string> bosses = [.. rungs.SelectMany(r => r)];
        return organisation.Lead is { } lead
            ? new EscalationAudience(Ladder([[lead], .. organisation.Deputies.Select(d => new[] { d }), bosses]), [lead, .. organisation.Deputies])
            : new EscalationAudience(Ladder(bosses));
    }

    /// <summary>A sentence for the log and the status where nobody would hear what must not wait; null where somebody does in every ward.</summary>
    public static string? Remark(OrganisationFacts organisation) => Unheard(organisation, w => !organisation.IsAlarmHeard(w.Id)) is { } where
        ? $"Nobody hears what must not wait{where}: there is neither a lead nor a boss. "
            + "Set People:Lead to the Entra object id of the safeguarding lead, or name bosses; until then such a case is left to the members of its ward's channel."
        : null;

    /// <summary>The same of what can wait, for the log, where that is wanted.</summary>
    public static string? RemarkOfBosses(OrganisationFacts organisation) => Unheard(organisation, w => Of(EscalationKind.Look, w.Id, organisation).Rungs.Count == 0) is { } where
        ? $"Escalations:Enabled is true, and nobody hears what deserves a boss{where}: there is none. Set People:Bosses:0 to the Entra object id of a boss of all wards, or name bosses of the wards or their sites."
        : null;

    public bool Includes(string personId) => Rungs.Any(r => r.Contains(personId, StringComparer.OrdinalIgnoreCase));

    public bool MayFinish(string personId) =>
        Finishers is null ? Includes(personId) : Finishers.Contains(personId, StringComparer.OrdinalIgnoreCase);

    /// <returns>In which wards, for a sentence: nothing where in all; null where in none.</returns>
    private static string? Unheard(OrganisationFacts organisation, Func<Ward, bool> isUnheard)
    {
        var unheard = organisation.Wards.Where(isUnheard).Select(w => w.Name).ToList();
        var names = string.Join(", ", unheard.Take(MostNames)) + (unheard.Count > MostNames ? $" and {unheard.Count - MostNames} more wards" : "");
        return unheard.Count == 0 ? null : unheard.Count < organisation.Wards.Count ? $" in {names}" : "";
    }

    private static List<IReadOnlyList<string>> Ladder(params IReadOnlyList<string>[] rungs)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. rungs.Select(r => r.Where(seen.Add).ToList()).Where(r => r.Count > 0)];
    }
}
