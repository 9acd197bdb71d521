using System.Text.Json.Nodes;
using FeedbackBot.Posts;
using static FeedbackBot.Cards.Elements;

namespace FeedbackBot.Cards;

/// <summary>A post's pictures; covered until someone wants to see them where X says that they may be sensitive.</summary>
public static class Pictures
{
    private const int Wide = 280;
    private const int Tall = 420;

    /// <param name="id">Of the element that holds them: no two posts in a card may share one, or a cover would show the other's.</param>
    public static IEnumerable<JsonObject> Of(Post post, Brevity brevity, int most, string id)
    {
        var shown = post.Photos.Where(p => Web(p.Url) is not null).Take(most).ToList();
        var pictures = Drawn(shown, post, brevity).ToList();
        if (shown.Count > 0 && shown.Any(p => p.IsVideo))
        {
            var what = shown.Any(p => p.IsAnimation) ? "an animation" : "a video";
            pictures.Add(Note(PostBlock.IsOnX(post) ? $"A still of {what}, which plays on X." : $"A still of {what}."));
        }

        if (post.Photos.Count > shown.Count)
        {
            pictures.Add(Note(Words.Count(post.Photos.Count - shown.Count, "more picture", "more pictures") + (PostBlock.IsOnX(post) ? " on X." : ".")));
        }

        return post.Sensitive && shown.Count > 0 ? Covered(pictures, shown, brevity, id) : pictures;
    }

    private static IEnumerable<JsonObject> Drawn(List<Photo> shown, Post post, Brevity brevity)
    {
        if (shown.Count == 1)
        {
            var only = Image(shown[0], post, brevity);
            only["width"] = $"{Width(shown[0])}px";
            return [only];
        }

        return shown.Chunk(2).Select(pair =>
        {
            var columns = pair.Select(p => Column("stretch", Image(p, post, brevity))).ToList();
            return Columns(pair.Length == 2 ? columns : [.. columns, Column("stretch")]);
        });
    }

    /// <summary>What covers them can be pressed, and so can what hides them again; neither is a button of the case.</summary>
    private static IEnumerable<JsonObject> Covered(List<JsonObject> pictures, List<Photo> shown, Brevity brevity, string id)
    {
        var (show, hide, mark) = shown.Count == 1
            ? ("Show picture", "Hide picture", "X marks its picture as possibly sensitive.")
            : ("Show pictures", "Hide pictures", "X marks its pictures as possibly sensitive.");
        var described = shown.Select(p => Foreign.Inline(p.AltText, brevity.AltText)).Where(d => d.Length > 0).ToList();
        var cover = Container([Rich(Run(mark)), .. described.Select(d => Note($"Its author describes it: {d}")), Rich(Run(show, bold: true)).Spaced("Small")], emphasis: true);
        yield return Toggling(cover, $"{show}. {mark}", id, isVisible: true);
        yield return Toggling(Container([Rich(Run(hide, bold: true))]), hide, id, isVisible: false, suffix: "hide");
        var hidden = Container(pictures);
        hidden["id"] = id;
        hidden["isVisible"] = false;
        yield return hidden;
    }

    private static JsonObject Toggling(JsonObject element, string title, string id, bool isVisible, string suffix = "cover")
    {
        element["id"] = $"{id}-{suffix}";
        Set(element, "isVisible", isVisible ? null : false);
        element["selectAction"] = new JsonObject
        {
            ["type"] = "Action.ToggleVisibility",
            ["title"] = title,
            ["targetElements"] = new JsonArray(id, $"{id}-cover", $"{id}-hide"),
        };
        return element;
    }

    private static JsonObject Image(Photo photo, Post post, Brevity brevity)
    {
        var description = Foreign.Inline(photo.AltText, brevity.AltText);
        var image = new JsonObject
        {
            ["type"] = "Image",
            ["url"] = Web(photo.Url),
            ["altText"] = description.Length == 0 ? "No description" : description,
            ["size"] = "Stretch",
        };
        if (Web(post.Url) is { } url)
        {
            image["selectAction"] = new JsonObject { ["type"] = "Action.OpenUrl", ["url"] = url };
        }

        return image;
    }

    /// <summary>A small picture isn't blown up, and a tall one doesn't push the buttons off a phone's screen.</summary>
    private static int Width(Photo photo) => photo is { Width: { } width, Height: { } height }
        ? Math.Clamp(Math.Min(width, Tall * width / height), Wide / 4, Wide)
        : Wide;

    private static JsonObject Note(string ours) => Rich(Run(ours, subtle: true, size: "Small")).Spaced("Small");
}
