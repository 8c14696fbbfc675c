using System.Text;
using Telenovela.Corpus.Formats;
using Telenovela.Corpus.Training;

namespace Telenovela.Tests.Corpus;

public sealed class TrainingTextTests
{
    [Fact]
    public void Writes_A_Header_Before_Each_Scene_And_A_Line_An_Element()
    {
        const string Script = "Title: High Tide\n\nINT. LOBBY - DAY\n\n[[arc: amnesia]]\n\n= They meet.\n\nRain on the “awning”.\n\nANA\n(softly)\nGo. (laughs) Go…\n\nEXT. BEACH - NIGHT\n\nTEO\nNo.\n";

        var text = TrainingText.Render(CorpusFormats.Read(Encoding.UTF8.GetBytes(Script), "s01e01.fountain").Episode);

        Assert.Equal(
            "== High Tide ==\n(Rain on the \"awning\".)\nANA: (softly) Go. (laughs) Go...\n\n== High Tide ==\nTEO: No.\n\n", text);
    }
}
