namespace FeedbackBot.Posts.X;

/// <summary>What stream and search are asked to tell about each post, so that both give the same.</summary>
internal static class XFields
{
    public const string Query =
        "expansions=author_id,attachments.media_keys,geo.place_id,referenced_tweets.id"
        + ",referenced_tweets.id.author_id,referenced_tweets.id.attachments.media_keys"
        + "&tweet.fields=created_at,entities,note_tweet,edit_history_tweet_ids,lang,possibly_sensitive,withheld"
        + "&media.fields=alt_text,url,preview_image_url,type,width,height"
        + "&user.fields=name,username,profile_image_url,verified"
        + "&place.fields=full_name";
}
