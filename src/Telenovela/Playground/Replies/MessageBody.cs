using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Telenovela.Playground.Replies;

/// <summary>A message as the bot's JSON describes it.</summary>
public sealed record MessageBody
{
    private const int EphemeralFlag = 64;

    /// <summary>Markdown.</summary>
    public string Content { get; init; } = "";

    /// <summary>Framed parts.</summary>
    public IReadOnlyList<EmbedBody> Embeds { get; init; } = [];

    /// <summary>Rows of buttons and selects.</summary>
    public IReadOnlyList<ComponentBody> Components { get; init; } = [];

    /// <summary>Files.</summary>
    public IReadOnlyList<AttachmentBody> Attachments { get; init; } = [];

    /// <summary>A bit set.</summary>
    public int Flags { get; init; }

    /// <summary>Whether only the person who asked sees it.</summary>
    [JsonIgnore]
    public bool IsEphemeral => (Flags & EphemeralFlag) != 0;

    /// <summary>The JSON that it was read from, for interactions with its components.</summary>
    [JsonIgnore]
    public JsonObject Json { get; init; } = [];
}
