namespace Telenovela.Bot.Storage.Rows;

/// <summary>A word that a server doesn't want in contributed lines.</summary>
public sealed class GuildWord
{
    /// <summary>The server.</summary>
    public ulong GuildId { get; set; }

    /// <summary>ISO 639-1.</summary>
    public string Language { get; set; } = "";

    /// <summary>The word, in lower case.</summary>
    public string Word { get; set; } = "";
}
