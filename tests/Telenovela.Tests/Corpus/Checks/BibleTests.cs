using Telenovela.Corpus.Checks;

namespace Telenovela.Tests.Corpus.Checks;

public sealed class BibleTests
{
    public const string Example = """
        # El Último Beso

        A hotel and a letter. Two sisters
        want both.

        - Episodes: 2
        - Language: English
        - Format: Fountain
        - Written by: people
        - Licence: CC0-1.0
        - Last updated: 2026-11-23

        ## World
        A port town.
        It rains.

        ## Cast
        | character | voice | wants | secret |
        |---|---|---|---|
        | MARISOL | short | the hotel | the letter |
        | TEO | long | Marisol | a name |

        ## Minor roles
        | character | who |
        |:--|--:|
        | DOCTOR PAZ | the town doctor |

        ## Threads
        | thread | opens | ties | people | question |
        |---|---|---|---|---|
        | the-burned-letter | s01e01 | s01e02 | Marisol, Teo | Who burned the letter? |

        ## Arcs
        | arc | how this telenovela tells it |
        |---|---|
        | lost-love | slowly |
        | revenge | at once |

        ## Catchphrases
        | phrase | character |
        |---|---|
        | "By the saints and by the soup of my mother" | MARISOL |
        """;

    [Fact]
    public void Reads_Every_Section_When_The_Readme_Has_The_Shape()
    {
        var bible = Bible.Parse(Example);

        Assert.Equal(("El Último Beso", "A hotel and a letter. Two sisters want both.", "A port town. It rains."), (bible.Title, bible.Logline, bible.World));
        Assert.Equal(2, bible.EpisodeCount);
        Assert.Equal("CC0-1.0", bible.Facts["licence"]);
        Assert.True(bible.HasCast);
        Assert.Equal(
            [new BibleCharacter(20, "MARISOL", "short", false), new BibleCharacter(21, "TEO", "long", false), new BibleCharacter(26, "DOCTOR PAZ", "the town doctor", true)],
            bible.Characters);
        Assert.Equal([new BibleThread(31, "the-burned-letter", "s01e01", "s01e02", ["Marisol", "Teo"], "Who burned the letter?")], bible.Threads);
        Assert.Equal("slowly", bible.Arcs["Lost-Love"]);
        Assert.Equal([new BibleCatchphrase(42, "By the saints and by the soup of my mother", "MARISOL")], bible.Catchphrases);
    }

    [Theory]
    [InlineData("")]
    [InlineData("| | |\n|\n||||\n## \n## Threads\n| |\n|--|\n| x |\n- : \n-")]
    public void Gives_An_Empty_Bible_When_There_Is_Nothing_To_Read(string markdown)
    {
        var bible = Bible.Parse(markdown);

        Assert.False(bible.HasCast);
        Assert.Null(bible.EpisodeCount);
        Assert.Empty(bible.Characters);
        Assert.True(bible.Threads.All(thread => thread is { Name: "x", Opens: "" }));
    }
}
