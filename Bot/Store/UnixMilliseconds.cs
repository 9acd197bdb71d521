using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace FeedbackBot.Store;

/// <summary>Times as whole milliseconds since 1970, UTC: they sort and compare as numbers.</summary>
public sealed class UnixMilliseconds() : ValueConverter<DateTimeOffset, long>(
    time => time.ToUnixTimeMilliseconds(),
    stored => DateTimeOffset.FromUnixTimeMilliseconds(stored));
