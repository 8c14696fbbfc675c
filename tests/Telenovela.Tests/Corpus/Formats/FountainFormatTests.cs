using Telenovela.Corpus.Formats;
using Telenovela.Corpus.Scripts;

namespace Telenovela.Tests.Corpus.Formats;

public sealed class FountainFormatTests
{
    private const string Strict = """
        Title: El Último Beso
        Season: 1
        Episode: 3
        Episode Title: The Letter
        Language: en
        Author: The Telenovela project
        License: CC0-1.0

        INT. HOTEL LOBBY - MORNING

        [[arc: lost-love]]
        [[arc: inheritance]]

        = Marisol finds the letter.

        Rain on the tin roof. Marisol waits.

        MARISOL
        You came.

        TEO
        (under his breath)
        Of course. (laughs) I said so, ¿no?

        CUT TO:

        EXT. BEACH - NIGHT

        [[arc: betrayal]]

        = They part.

        DOÑA INÉS
        Never!

        > FIN.
        """;

    [Fact]
    public void Reads_Everything_When_The_Script_Is_In_The_Strict_Subset()
    {
        var result = Reading.Read(Strict, "s01e03.fountain");

        Assert.Empty(result.Skips);
        Assert.Equal("Fountain", result.Format);
        var expected = new Episode
        {
            Telenovela = "El Último Beso",
            Season = 1,
            Number = 3,
            Title = "The Letter",
            Language = "en",
            Author = "The Telenovela project",
            License = "CC0-1.0",
            Scenes =
            [
                new Scene
                {
                    Heading = "INT. HOTEL LOBBY - MORNING",
                    Synopsis = "Marisol finds the letter.",
                    Arcs = ["lost-love", "inheritance"],
                    Elements =
                    [
                        new StageDirection("Rain on the tin roof. Marisol waits."),
                        new ScriptLine("MARISOL", "You came.", []),
                        new ScriptLine("TEO", "Of course. I said so, ¿no?", [new Cue(0, "under his breath"), new Cue(11, "laughs")]),
                        new StageDirection("CUT TO:", DirectionKind.Transition),
                    ],
                },
                new Scene
                {
                    Heading = "EXT. BEACH - NIGHT",
                    Synopsis = "They part.",
                    Arcs = ["betrayal"],
                    Elements = [new ScriptLine("DOÑA INÉS", "Never!", []), new StageDirection("FIN.", DirectionKind.Transition)],
                },
            ],
        };
        Assert.Equal(expected, result.Episode);
        Assert.Equal(new ScriptCounts(2, 3, 2, 3, 41, 0), result.Counts);
    }

    [Fact]
    public void Writes_The_Strict_Subset_When_The_Script_Fits_It() =>
        Assert.Equal(Strict.ReplaceLineEndings("\n") + "\n", FountainWriter.Write(Reading.Read(Strict, "x.fountain").Episode));

    [Fact]
    public void Knows_The_Lines_When_Something_Is_Reported()
    {
        var result = Reading.Read(Strict, "x.fountain");

        Assert.Equal(9, result.Lines.Of(result.Episode.Scenes[0]));
        Assert.Equal(18, result.Lines.Of(result.Episode.Scenes[0].Elements[1]));
    }

    [Theory]
    [InlineData("INT. A - DAY\n\n@McCoy (V.O.) (CONT'D)\nHi.", "McCoy: (V.O.) Hi.")]
    [InlineData("BRICK\nScrew retirement.\n\nSTEEL ^\nScrew retirement.", "BRICK: Screw retirement.|STEEL: Screw retirement.")]
    [InlineData("MOM (on the phone)\nYes?\n(beat)\nNo.", "MOM: (on the phone) Yes? (beat) No.")]
    [InlineData("!BANG BANG\nNo one speaks.", "[Action] BANG BANG|[Action] No one speaks.")]
    [InlineData("BANG\n\nNo one speaks.", "[Action] BANG|[Action] No one speaks.")]
    [InlineData("A door.\n\n(knock on door)\n\n> Burn to pink.\n\n> THE END <\n\n~La la la", "[Action] A door.|[Sound] knock on door|[Transition] Burn to pink.|[Centered] THE END|[Song] La la la")]
    [InlineData("ANA\nThis is *very* **bold** _here_, s*x and 2 * 3.", "ANA: This is very bold here, s*x and 2 * 3.")]
    [InlineData("ANA\nOne \\*star\\*.", "ANA: One *star*.")]
    [InlineData("# Act\n\n===\n\nANA\nHi. [[todo: mend]] You.", "ANA: Hi. You.")]
    [InlineData("ANA\nHi.\n/* gone\n\nBOB\nGone.\n*/\nStill Ana.", "ANA: Hi. Still Ana.")]
    [InlineData("ANA\nHi [[never closed\n\nBOB\nYes.", "ANA: Hi [[never closed|BOB: Yes.")]
    [InlineData("ANA\nFirst.\n  \nStill.", "ANA: First. Still.")]
    [InlineData("@?\nWho speaks?", "-: Who speaks?")]
    [InlineData("Wrapped action\nover two lines.", "[Action] Wrapped action over two lines.")]
    public void Reads_General_Fountain_When_Given(string script, string shown) =>
        Assert.Equal(shown.Split('|'), Reading.Read(script, "x.fountain").Shown());

    [Theory]
    [InlineData(
        "CUT TO:\n/*\nINT. PATIO - DÍA\n\nROSA\nSobra.\n*/\nEXT. MUELLE - DÍA\n\nROSA\nAl fin.",
        "[Transition] CUT TO:|ROSA: Al fin.",
        "EXT. MUELLE - DÍA")]
    [InlineData("Llueve.\n/* fuera */\nEXT. MUELLE - DÍA\n\nTruena.", "[Action] Llueve.|[Action] Truena.", "EXT. MUELLE - DÍA")]
    [InlineData("ROSA\nHola.\n/* fuera */\nEXT. MUELLE - DÍA\n\nTruena.", "ROSA: Hola.|[Action] Truena.", "EXT. MUELLE - DÍA")]
    [InlineData("ROSA\nHola.\n[[luego]]\nJUAN\nAdiós.", "ROSA: Hola.|JUAN: Adiós.", null)]
    [InlineData("Llueve.\n[[luego]]\nJUAN\nAdiós.", "[Action] Llueve.|JUAN: Adiós.", null)]
    public void Leaves_An_Empty_Line_When_Comments_Alone_Stood_There(string script, string shown, string? heading)
    {
        var result = Reading.Read(script, "x.fountain");

        Assert.Equal(shown.Split('|'), result.Shown());
        Assert.Equal(heading, result.Episode.Scenes[^1].Heading);
    }

    [Fact]
    public void Reads_The_Title_Page_To_Its_End_When_Keys_Have_Accents()
    {
        var result = Reading.Read(
            "Título: El faro\nAutora: Nuria Sáez\nAño: 2021\nRevisión nº 3 (última): Sí\nContacto:\n    Calle Mayor 9\n\n" +
            "INT. FARO - DÍA\n\nSe apaga.",
            "x.fountain");

        Assert.Equal(("El faro", "Nuria Sáez"), (result.Episode.Telenovela, result.Episode.Author));
        Assert.Equal(
            [new TitleField("Año", "2021"), new TitleField("Revisión nº 3 (última)", "Sí"), new TitleField("Contacto", "Calle Mayor 9")],
            result.Episode.OtherFields);
        Assert.Equal(["[Action] Se apaga."], result.Shown());
    }

    [Theory]
    [InlineData("RAMÓN (SIGUE)\nOye.", "RAMÓN: Oye.")]
    [InlineData("RAMÓN (CONTINÚA)\nOye.", "RAMÓN: Oye.")]
    [InlineData("RAMÓN (CONT.)\nOye.\n(MÁS)", "RAMÓN: Oye.")]
    [InlineData("RAMÓN (V.O.) (más)\nOye.", "RAMÓN: (V.O.) Oye.")]
    [InlineData("RAMON (CONT'D)\nListen.\n(MORE)", "RAMON: Listen.")]
    [InlineData("RAMÓN\n(sigue con la vista el barco)\nOye.", "RAMÓN: (sigue con la vista el barco) Oye.")]
    public void Learns_No_Cue_When_A_Speech_Only_Goes_On(string script, string shown) =>
        Assert.Equal([shown], Reading.Read(script, "x.fountain").Shown());

    [Theory]
    [InlineData("SE RUEGA NO TOCAR TO:  ", "[Action] SE RUEGA NO TOCAR TO:")]
    [InlineData("SMASH CUT TO:", "[Transition] SMASH CUT TO:")]
    public void Reads_An_Action_When_Spaces_Follow_The_Colon(string line, string shown) =>
        Assert.Equal(["[Action] Lee.", shown, "ANA: Ya."], Reading.Read($"Lee.\n\n{line}\n\nANA\nYa.", "x.fountain").Shown());

    [Fact]
    public void Keeps_Words_When_A_Heading_Has_Them_Between_Number_Signs() =>
        Assert.Equal("HOTEL #la noche larga#", Reading.Read(".HOTEL #la noche larga#\n\nLlueve.", "x.fountain").Episode.Scenes[0].Heading);

    [Fact]
    public void Keeps_Every_Entry_When_A_Title_Page_Is_Long() =>
        Assert.Equal(
            300,
            Reading.Read(
                "Title: x\n" + string.Concat(Enumerable.Range(0, 300).Select(i => $"Key {i}: {i}\n")) + "\nHola.",
                "x.fountain").Episode.OtherFields.Count);

    [Fact]
    public void Reads_Headings_Numbers_And_Notes_When_They_Stand_On_One_Line()
    {
        var result = Reading.Read(".SOMEWHERE ELSE #4A#\n\nIt rains.\n\nint. kitchen - night [[arc: revenge, amnesia]]\n\n= One.\n= Two.", "x.fountain");

        Assert.Equal(["SOMEWHERE ELSE", "int. kitchen - night"], result.Episode.Scenes.Select(scene => scene.Heading));
        Assert.Empty(result.Episode.Scenes[0].Arcs);
        Assert.Equal(["revenge", "amnesia"], result.Episode.Scenes[1].Arcs);
        Assert.Equal("One. Two.", result.Episode.Scenes[1].Synopsis);
    }

    [Fact]
    public void Keeps_Other_Title_Page_Entries_When_Reading()
    {
        var result = Reading.Read("Title:\n\t_**BRICK & STEEL**_\n    FULL RETIRED\nCredit: Written by\nAuthor: Stu\nSeason: many\n\nINT. A - DAY\n\nHi.", "S02E05.fountain");

        Assert.Equal("BRICK & STEEL FULL RETIRED", result.Episode.Telenovela);
        Assert.Equal((2, 5), (result.Episode.Season, result.Episode.Number));
        Assert.Equal([new TitleField("Credit", "Written by"), new TitleField("Season", "many")], result.Episode.OtherFields);
    }

    [Fact]
    public void Reports_The_Line_When_A_Character_Says_Nothing()
    {
        var result = Reading.Read("ANA\n()\n\nBOB\nHi.", "x.fountain");

        Assert.Equal([new Skip("x.fountain", 1, "The character ANA says nothing here.")], result.Skips);
        Assert.Equal(["BOB: Hi."], result.Shown());
    }
}
