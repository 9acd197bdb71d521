using System.Text.Json.Nodes;
using FeedbackBot.Cases;
using FeedbackBot.Triage;
using FeedbackBot.Wards;

namespace FeedbackBot.Cards;

/// <summary>Thank, with a line to add. Names are suggested for a boss to check: whoever is thanked by mistake is not the only one hurt.</summary>
public static class ThankButton
{
    /// <param name="data">What the button sends back.</param>
    /// <returns>None where nothing is praised.</returns>
    public static IEnumerable<JsonObject> Of(CaseFile file, Organisation organisation, JsonObject data)
    {
        if (file.Case.Findings.Reading.Tone is not (Tone.Compliment or Tone.Mixed))
        {
            yield break;
        }

        var names = NameReader.Read(ShownPost.Of(file, organisation).Post.Text);
        var line = Buttons.Text("line", "Add a line, if you like", "What the ward should read");
        line["isMultiline"] = true;
        line["maxLength"] = 500;
        IEnumerable<JsonObject> named = names.Count == 0 ? []
            : [Elements.Rich(Elements.Run("The post names: ", subtle: true), Elements.Run(string.Join(", ", names.Select(n => Foreign.Inline(n, 60)))), Elements.Run(". Please check who they are.", subtle: true))];
        yield return Buttons.Show("Thank", [.. named, line, Elements.Actions(Buttons.Execute("Send thank you", data))]);
    }
}
