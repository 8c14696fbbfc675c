namespace Telenovela.Bot.Storage.Rows;

/// <summary>A text of the bot that somebody voted on or reported, with what is needed to write it again.</summary>
public sealed class GeneratedText
{
    /// <summary>The row.</summary>
    public long Id { get; set; }

    /// <summary>The server; 0 outside of servers.</summary>
    public ulong GuildId { get; set; }

    /// <summary>The channel.</summary>
    public ulong ChannelId { get; set; }

    /// <summary>The message that shows it.</summary>
    public ulong MessageId { get; set; }

    /// <summary>The language model's name.</summary>
    public string Model { get; set; } = "";

    /// <summary>The seed.</summary>
    public long Seed { get; set; }

    /// <summary>The other settings as a JSON object.</summary>
    public string Settings { get; set; } = "{}";

    /// <summary>The text itself; null where it wasn't at hand.</summary>
    public string? Text { get; set; }

    /// <summary>When it was first voted on or reported.</summary>
    public DateTimeOffset At { get; set; }
}
