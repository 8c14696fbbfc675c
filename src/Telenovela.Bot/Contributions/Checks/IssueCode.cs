namespace Telenovela.Bot.Contributions.Checks;

/// <summary>
/// What can be found. The text that says what to change is the resource <c>Check_</c> and the name; its arguments are listed with each.
/// Stored hints hold these names: renaming one makes older hints unreadable.
/// </summary>
public enum IssueCode
{
    /// <summary>Nothing was typed.</summary>
    NothingTyped,

    /// <summary>More lines than may come at once. Arguments: lines, most.</summary>
    TooManyLines,

    /// <summary>Nobody is named as the speaker. Arguments: the words.</summary>
    NoSpeaker,

    /// <summary>A speaker, but no words. Arguments: the speaker.</summary>
    NoWords,

    /// <summary>A character's name has too many characters. Arguments: the name, most.</summary>
    NameTooLong,

    /// <summary>No telenovela was named.</summary>
    NoTelenovela,

    /// <summary>The telenovela's name has too many characters. Arguments: most.</summary>
    TitleTooLong,

    /// <summary>Fewer characters than a line must have. Arguments: characters, fewest.</summary>
    TooShort,

    /// <summary>More characters than a line may have. Arguments: characters, most.</summary>
    TooLong,

    /// <summary>No letters.</summary>
    NoLetters,

    /// <summary>Surely English, where another language was chosen.</summary>
    LooksEnglish,

    /// <summary>Surely Spanish, where another language was chosen.</summary>
    LooksSpanish,

    /// <summary>The corpus has the same words. Arguments: the telenovela.</summary>
    InCorpus,

    /// <summary>The corpus has nearly the same words. Arguments: the telenovela, its words.</summary>
    NearlyInCorpus,

    /// <summary>For moderators: the corpus has a similar line. Its words are no argument, since hints are kept. Arguments: the telenovela.</summary>
    LikeCorpus,

    /// <summary>Somebody gave the same words. Other people's words are never an argument: their deletion wouldn't reach them.</summary>
    Duplicate,

    /// <summary>Somebody gave nearly the same words. Arguments: the contribution's id.</summary>
    NearDuplicate,

    /// <summary>For moderators: somebody gave a similar line. Arguments: the contribution's id.</summary>
    LikeContribution,

    /// <summary>Two lines of the same draft are alike. Arguments: the earlier line's number.</summary>
    Repeated,

    /// <summary>A long run of words stands in the corpus. Arguments: the words, the telenovela.</summary>
    CorpusOverlap,

    /// <summary>For moderators: some words in a row stand in the corpus. Arguments: the words as they were typed, the telenovela.</summary>
    SharedWords,

    /// <summary>An address or a domain. Arguments: it.</summary>
    Link,

    /// <summary>An invitation to a server. Arguments: it.</summary>
    Invite,

    /// <summary>A mention, or another of Discord's tags. Arguments: it.</summary>
    Mention,

    /// <summary>An emoji of a server. Arguments: it.</summary>
    CustomEmoji,

    /// <summary>Characters that turn the reading direction. Arguments: code points.</summary>
    BidirectionalControl,

    /// <summary>Characters that nobody sees. Arguments: code points.</summary>
    InvisibleCharacter,

    /// <summary>Accents piled up on a letter.</summary>
    PiledMarks,

    /// <summary>An e-mail address. Arguments: it.</summary>
    EmailAddress,

    /// <summary>A telephone number. Arguments: it.</summary>
    PhoneNumber,

    /// <summary>A payment card's number. Arguments: its last four digits.</summary>
    CardNumber,

    /// <summary>A number of an identity document or a bank account. Arguments: its last four characters.</summary>
    IdentityNumber,

    /// <summary>A street with a house number. Arguments: it.</summary>
    StreetAddress,

    /// <summary>Somebody's name in a social network. Arguments: it.</summary>
    SocialHandle,

    /// <summary>A word that the server or the bot doesn't take. Arguments: the word as it was typed.</summary>
    BlockedWord,

    /// <summary>A coarse word, which a moderator may not take. Arguments: the word as it was typed.</summary>
    CoarseWord,

    /// <summary>The same letter throughout. Arguments: the line.</summary>
    OneLetter,

    /// <summary>The same letter, or the same words, again and again. Arguments: what is repeated.</summary>
    Repetition,

    /// <summary>Keys hit at random, or signs of a machine. Arguments: the word.</summary>
    KeyboardMash,

    /// <summary>All in capitals.</summary>
    AllCapitals,

    /// <summary>Too many lines of this person wait for review. Arguments: waiting, lines in the draft, most.</summary>
    TooManyPending,

    /// <summary>More within a short time than a person types. Arguments: when more is possible, seconds since 1970.</summary>
    TooFast,
}
