using Telenovela.Bot.Interactions.Replies;

namespace Telenovela.Discord.Wire;

/// <summary>
/// Discord's sizes (API documentation, "Create Message", "Embed Limits", "Component Reference"). Two kinds of trespass:
/// texts that grew too long, which <see cref="Trim(Reply)"/> cuts at run time, and wrong structure, which is a mistake in a
/// handler and which <see cref="Validate"/> reports in tests.
/// </summary>
public static class MessageLimits
{
    /// <summary>Characters of a message.</summary>
    public const int Content = 2000;

    /// <summary>Embeds in a message.</summary>
    public const int Embeds = 10;

    /// <summary>Characters of all embeds of a message together.</summary>
    public const int EmbedsTotal = 6000;

    /// <summary>Characters of an embed's title, and of a field's name.</summary>
    public const int EmbedTitle = 256;

    /// <summary>Characters of an embed's description.</summary>
    public const int EmbedDescription = 4096;

    /// <summary>Characters of an embed's footer.</summary>
    public const int EmbedFooter = 2048;

    /// <summary>Characters of a field's value.</summary>
    public const int EmbedFieldValue = 1024;

    /// <summary>Entries of every other list: an embed's fields, a select's options, suggestions, a command's options.</summary>
    public const int Entries = 25;

    /// <summary>Rows of a message, buttons of a row, and fields of a modal.</summary>
    public const int Rows = 5;

    /// <summary>Files of a message.</summary>
    public const int Files = 10;

    /// <summary>Characters of a file's description.</summary>
    public const int FileDescription = 1024;

    /// <summary>Characters of custom ids, of labels and values of options, and of most descriptions.</summary>
    public const int Brief = 100;

    /// <summary>Characters of a button's label.</summary>
    public const int ButtonLabel = 80;

    /// <summary>Characters of a select's placeholder.</summary>
    public const int SelectPlaceholder = 150;

    /// <summary>Characters of a modal's title and of its fields' labels.</summary>
    public const int ModalLabel = 45;

    /// <summary>Characters of a text input.</summary>
    public const int TextInput = 4000;

    /// <summary>The reply with every text cut to its size (see <see cref="TextCut"/>) and surplus entries left out.</summary>
    public static Reply Trim(Reply reply) => reply switch
    {
        MessageReply message => Trim(message),
        ModalReply modal => ComponentTrim.Modal(modal),
        ChoicesReply choices => new ChoicesReply([.. choices.Choices.Where(IsPossible).Take(Entries).Select(CutName)]),
        _ => reply,
    };

    /// <summary>As <see cref="Trim(Reply)"/>. A message with nothing in it becomes an ellipsis, since Discord refuses empty ones.</summary>
    public static MessageReply Trim(MessageReply message)
    {
        var embeds = EmbedTrim.All(message.Embeds);
        return message with
        {
            Content = string.IsNullOrWhiteSpace(message.Content) && embeds.Count == 0 && message.Files.Count == 0
                ? "…"
                : TextCut.At(message.Content, Content),
            Embeds = embeds,
            Rows = [.. message.Rows.Take(Rows).Select(ComponentTrim.Row)],
            Files = [.. message.Files.Take(Files).Select(file => file with { Description = TextCut.At(file.Description, FileDescription) })],
        };
    }

    /// <summary>Finds wrong structure. For tests: transports call <see cref="Trim(Reply)"/> only.</summary>
    /// <exception cref="ArgumentException">Something is wrong that no cutting can put right; the message lists all of it.</exception>
    public static void Validate(Reply reply)
    {
        var problems = ReplyStructure.Problems(reply).ToList();
        if (problems.Count > 0)
        {
            throw new ArgumentException(string.Join(Environment.NewLine, problems), nameof(reply));
        }
    }

    // A cut value would be another value, so such a suggestion is left out.
    private static bool IsPossible(Choice choice) => choice.Value.Length is > 0 and <= Brief && !string.IsNullOrWhiteSpace(choice.Name);

    private static Choice CutName(Choice choice) => choice with { Name = TextCut.At(choice.Name, Brief) };
}
