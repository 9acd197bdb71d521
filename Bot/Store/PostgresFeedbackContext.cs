using Microsoft.EntityFrameworkCore;

namespace FeedbackBot.Store;

/// <summary>The model on PostgreSQL: any number of instances.</summary>
public sealed class PostgresFeedbackContext(DbContextOptions<PostgresFeedbackContext> options) : FeedbackContext(options);
