using FeedbackBot.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace FeedbackBot.Store;

/// <summary>The one model; each database has a context of its own only because EF keeps migrations per context type.</summary>
public abstract class FeedbackContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<PostRow> Posts => Set<PostRow>();

    public DbSet<CaseRow> Cases => Set<CaseRow>();

    public DbSet<CaseEventRow> CaseEvents => Set<CaseEventRow>();

    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    public DbSet<CardRow> Cards => Set<CardRow>();

    public DbSet<QuotedMessageRow> QuotedMessages => Set<QuotedMessageRow>();

    public DbSet<ChannelRow> Channels => Set<ChannelRow>();

    public DbSet<TeamRow> Teams => Set<TeamRow>();

    public DbSet<ChatRow> Chats => Set<ChatRow>();

    public DbSet<CursorRow> Cursors => Set<CursorRow>();

    public DbSet<LeaseRow> Leases => Set<LeaseRow>();

    public DbSet<SendRow> Sends => Set<SendRow>();

    public DbSet<PatternRow> Patterns => Set<PatternRow>();

    public DbSet<EscalationRow> Escalations => Set<EscalationRow>();

    public DbSet<EscalationCardRow> EscalationCards => Set<EscalationCardRow>();

    public DbSet<DigestRow> Digests => Set<DigestRow>();

    public DbSet<SlotRow> Slots => Set<SlotRow>();

    public DbSet<ReadRow> Reads => Set<ReadRow>();

    public DbSet<ReadDayRow> ReadDays => Set<ReadDayRow>();

    public DbSet<StandingRow> Standings => Set<StandingRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Cases.CaseState>().HaveConversion<string>().HaveMaxLength(16);
        configurationBuilder.Properties<Cases.CaseEventKind>().HaveConversion<string>().HaveMaxLength(16);
        configurationBuilder.Properties<Triage.Tone>().HaveConversion<string>().HaveMaxLength(16);
        configurationBuilder.Properties<Triage.Topic>().HaveConversion<string>().HaveMaxLength(32);
        configurationBuilder.Properties<Cases.Escalations.EscalationKind>().HaveConversion<string>().HaveMaxLength(16);
        configurationBuilder.Properties<Cases.Escalations.EscalationState>().HaveConversion<string>().HaveMaxLength(16);
        configurationBuilder.Properties<OutboxState>().HaveConversion<string>().HaveMaxLength(16);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<PostRow>(e =>
        {
            e.ToTable("Posts").HasKey(p => p.Id);
            e.HasIndex(p => p.Wish);
            e.HasIndex(p => p.QuotedId).HasFilter("\"QuotedId\" IS NOT NULL");
        });

        modelBuilder.Entity<CaseRow>(e =>
        {
            // A state and what it means can't drift apart, whatever code writes it.
            e.ToTable("Cases", t =>
            {
                t.HasCheckConstraint("CK_Cases_NewIsNobodys", "\"State\" <> 'New' OR (\"ClaimerId\" IS NULL AND \"ClaimedAt\" IS NULL AND \"ClosedAt\" IS NULL)");
                t.HasCheckConstraint("CK_Cases_ClaimedIsSomeones", "\"State\" <> 'Claimed' OR (\"ClaimerId\" IS NOT NULL AND \"ClaimedAt\" IS NOT NULL AND \"ClosedAt\" IS NULL)");
                t.HasCheckConstraint("CK_Cases_ClosedHasItsTime", "\"State\" NOT IN ('Resolved', 'Dismissed') OR \"ClosedAt\" IS NOT NULL");
            });
            e.HasKey(c => c.Id);
            e.HasOne<PostRow>().WithOne().HasForeignKey<CaseRow>(c => c.Id);
            e.Property(c => c.Version).IsConcurrencyToken();
            e.HasIndex(c => new { c.WardId, c.State });
            e.HasIndex(c => c.ChangedAt);
            e.HasIndex(c => c.ReceivedAt);
            e.HasIndex(c => c.State);
            e.HasIndex(c => c.PalsAt).HasFilter("\"PalsAt\" IS NOT NULL AND \"PalsAcknowledgedAt\" IS NULL");
            e.HasIndex(c => c.IsUnweighed).HasFilter("\"IsUnweighed\"");
        });

        modelBuilder.Entity<CaseEventRow>(e =>
        {
            e.ToTable("CaseEvents").HasKey(v => new { v.CaseId, v.Version });
            e.HasOne<CaseRow>().WithMany().HasForeignKey(v => v.CaseId);
        });

        modelBuilder.Entity<OutboxRow>(e =>
        {
            e.ToTable("Outbox").HasKey(o => o.Id);
            e.HasIndex(o => new { o.State, o.Lane, o.Id });
            e.HasIndex(o => o.Key).IsUnique();
        });

        modelBuilder.Entity<CardRow>(e =>
        {
            e.ToTable("Cards").HasKey(c => new { c.ChannelId, c.ActivityId, c.CaseId });
            e.HasIndex(c => c.CaseId);
        });

        modelBuilder.Entity<QuotedMessageRow>(e =>
        {
            e.ToTable("QuotedMessages").HasKey(q => new { q.ConversationId, q.ActivityId, q.CaseId });
            e.HasIndex(q => q.CaseId);
        });

        modelBuilder.Entity<ChannelRow>(e =>
        {
            e.ToTable("Channels").HasKey(c => c.Id);
            e.HasIndex(c => c.WardId).IsUnique();
            e.HasIndex(c => c.TeamId);
        });

        modelBuilder.Entity<PatternRow>(e =>
        {
            e.ToTable("Patterns").HasKey(p => p.Id);
            e.HasIndex(p => new { p.WardId, p.EndedAt });
            e.HasIndex(p => p.EndedAt).HasFilter("\"EndedAt\" IS NULL");
        });

        modelBuilder.Entity<EscalationRow>(e =>
        {
            e.ToTable("Escalations", t =>
            {
                t.HasCheckConstraint("CK_Escalations_TakenIsSomeones", "\"State\" <> 'Taken' OR \"TakenById\" IS NOT NULL");
                t.HasCheckConstraint("CK_Escalations_DoneHasItsTime", "\"State\" <> 'Done' OR \"DoneAt\" IS NOT NULL");
            });
            e.HasKey(x => x.Id);
            e.Property(x => x.Version).IsConcurrencyToken();
            e.HasIndex(x => x.LookAgainAt);
            e.HasIndex(x => x.State).HasFilter("\"State\" <> 'Done'");
            e.HasIndex(x => x.Subject);
        });

        modelBuilder.Entity<EscalationCardRow>(e =>
        {
            e.ToTable("EscalationCards").HasKey(c => new { c.ConversationId, c.ActivityId });
            e.HasOne<EscalationRow>().WithMany().HasForeignKey(c => c.EscalationId);
        });

        modelBuilder.Entity<DigestRow>().ToTable("Digests").HasKey(d => d.PersonId);
        modelBuilder.Entity<TeamRow>().ToTable("Teams").HasKey(t => t.Id);
        modelBuilder.Entity<ChatRow>().ToTable("Chats").HasKey(c => c.PersonId);
        modelBuilder.Entity<CursorRow>().ToTable("Cursors").HasKey(c => c.Source);
        modelBuilder.Entity<LeaseRow>().ToTable("Leases").HasKey(l => l.Name);
        modelBuilder.Entity<SlotRow>().ToTable("Slots").HasKey(s => s.Name);
        modelBuilder.Entity<ReadRow>().ToTable("Reads").HasKey(r => new { r.Day, r.IsPerson, r.Id });
        modelBuilder.Entity<ReadDayRow>().ToTable("ReadDays").HasKey(d => d.Day);
        modelBuilder.Entity<StandingRow>().ToTable("Standings").HasKey(s => s.Name);

        modelBuilder.Entity<SendRow>(e =>
        {
            e.ToTable("Sends").HasKey(s => s.Id);
            e.HasIndex(s => new { s.Lane, s.At });
            e.HasIndex(s => s.At);
        });
    }
}
