using System.Reflection;
using Telenovela.Bot.Contributions.Checks.Wording;
using Telenovela.Corpus.Dataset;
using Telenovela.Corpus.Training;
using Telenovela.Story.Models;
using Telenovela.Story.Writing;

namespace Telenovela.Tests.Story;

/// <summary>The models that are shipped know the telenovelas that are shipped, and keep them apart.</summary>
public sealed class ShippedModelTests
{
    private static readonly string Root = typeof(ShippedModelTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(data => data.Key == "RepositoryRoot").Value!;

    private static readonly ModelShelf Shelf = ModelShelf.Open(Path.Combine(Root, "models"));

    public static TheoryData<string> Telenovelas =>
    [
        "high_tide", "house_of_alcaraz", "river_keeps", "bakery_on_rose_street", "room_twelve",
        "la_sal_y_el_azahar", "el_heredero", "dos_veces_lucia",
    ];

    [Theory]
    [MemberData(nameof(Telenovelas))]
    public void Lets_Nobody_Speak_Who_Is_In_Another_Telenovela(string telenovela)
    {
        var folder = Directory.EnumerateDirectories(Path.Combine(Root, "corpus"), telenovela, SearchOption.AllDirectories).Single();
        var cast = LearnedTelenovelas.Of(CorpusFolder.Load(folder, TestContext.Current.CancellationToken).Telenovelas.Single()).Speakers;
        var starts = TrainingText.LineStarts(cast);

        for (var seed = 1; seed <= 5; seed++)
        {
            var text = Shelf.Write(new WritingRequest { Telenovela = telenovela, Length = 600, Seed = seed }, TestContext.Current.CancellationToken).Text;
            Assert.All(
                text.Split('\n'),
                line => Assert.True(line.Length == 0 || starts.Any(start => line.StartsWith(start, StringComparison.Ordinal)), line));
        }
    }

    [Theory]
    [MemberData(nameof(Telenovelas))]
    public void Begins_With_A_Speaker_And_Ends_With_A_Sentence_Near_The_Length_That_Was_Asked_For(string telenovela)
    {
        for (var seed = 1; seed <= 3; seed++)
        {
            var text = Shelf.Write(
                new WritingRequest { Telenovela = telenovela, Length = 280, Seed = seed }, TestContext.Current.CancellationToken).Text;

            Assert.False(text.StartsWith('('), text);
            Assert.Matches("[.!?…-][\"')]*$", text);
            Assert.InRange(text.Length, 150, 400);
        }
    }

    [Fact]
    public void Goes_On_With_The_Word_That_The_Prompt_Ends_In()
    {
        var text = Shelf.Write(
            new WritingRequest { Telenovela = "room_twelve", Prompt = "GRACE: I don't rememb", Length = 100, Seed = 1 },
            TestContext.Current.CancellationToken).Text;

        Assert.StartsWith("er", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("room_twelve", "you|the|to", "Grace")]
    [InlineData("el_heredero", "que|no|la", "Tobías")]
    public void Writes_None_Of_The_Words_That_Are_Unwanted(string telenovela, string words, string name)
    {
        var unwanted = new UnwantedWords(
            new[] { "en", "es" }.ToDictionary(language => language, _ => (IReadOnlyList<string>)[.. words.Split('|'), name]));

        for (var seed = 1; seed <= 6; seed++)
        {
            var request = new WritingRequest
            {
                Telenovela = telenovela,
                Length = 120 + seed,
                Exact = seed % 2 == 0,
                Prompt = seed > 4 ? words[..1] : null,
                Seed = seed,
                Candidates = 4,
                Unwanted = unwanted,
            };
            var text = request.Prompt + Shelf.Write(request, TestContext.Current.CancellationToken).Text;
            Assert.DoesNotMatch($@"(?i)\b({words}|{name})\b", text.Replace("\n", " ", StringComparison.Ordinal).Replace('\'', 'x'));
        }
    }

    [Theory]
    [InlineData("GRACE: I don't know 🎭", false)]
    [InlineData("🎭", false)]
    [InlineData("私は", false)]
    [InlineData("GRACE: I don't know 🎭", true)]
    [InlineData("He came. ❤️", true)]
    public void Leaves_A_Space_Behind_A_Prompt_Whose_End_It_Cannot_Read(string prompt, bool exact)
    {
        for (var seed = 1; seed <= 3; seed++)
        {
            var request = new WritingRequest
            {
                Telenovela = "room_twelve",
                Prompt = prompt,
                Length = 60,
                Seed = seed,
                Exact = exact,
                Candidates = 2,
            };
            var text = Shelf.Write(request, TestContext.Current.CancellationToken).Text;

            Assert.Matches("^ [^ ]", text);
            Assert.True(!exact || text.Length == 60, text);
        }

        var spaced = new WritingRequest { Telenovela = "room_twelve", Prompt = prompt + " ", Length = 60, Seed = 1, Candidates = 2 };
        Assert.DoesNotMatch("^ ", Shelf.Write(spaced, TestContext.Current.CancellationToken).Text);
    }

    [Theory]
    [InlineData("Esta noche nadie sale de la casa", "es")]
    [InlineData("Nobody leaves this house tonight", "en")]
    [InlineData("DAMIÁN: ", "es")]
    public void Writes_In_The_Prompts_Language_When_No_Telenovela_Is_Named(string prompt, string language)
    {
        for (var seed = 1; seed <= 3; seed++)
        {
            var request = new WritingRequest
            {
                Prompt = prompt,
                Language = language == "es" ? "en" : "es",
                Length = 60,
                Candidates = 2,
                Seed = seed,
            };
            Assert.Equal(language, Shelf.Write(request, TestContext.Current.CancellationToken).Telenovela.Language);
        }
    }

    [Theory]
    [InlineData(false, "")]
    [InlineData(false, "LUCY: Where is the ring?")]
    [InlineData(true, "LUCY: Whe")]
    public void Gives_The_Text_Piece_By_Piece_While_It_Writes(bool isExact, string prompt)
    {
        var pieces = new List<string>();

        var written = Shelf.Write(
            new WritingRequest { Telenovela = "room_twelve", Prompt = prompt, Length = 500, Exact = isExact, Candidates = 2, Seed = 3 },
            pieces.Add,
            TestContext.Current.CancellationToken);

        Assert.Equal(written.Text, string.Concat(pieces));
        Assert.True(pieces.Count > 2, $"{pieces.Count}");
    }

    [Fact]
    public void Stays_Small_Enough_For_A_Repository() =>
        Assert.All(
            Directory.GetFiles(Path.Combine(Root, "models"), "*", SearchOption.AllDirectories),
            file => Assert.True(new FileInfo(file).Length < 32_000_000, file));
}
