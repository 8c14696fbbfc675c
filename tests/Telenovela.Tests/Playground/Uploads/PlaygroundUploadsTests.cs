using Microsoft.Extensions.Time.Testing;
using Telenovela.Playground.Uploads;
using Telenovela.Playground.Wire;

namespace Telenovela.Tests.Playground.Uploads;

public sealed class PlaygroundUploadsTests
{
    private static readonly Uri Site = new("http://127.0.0.1:5080/");
    private readonly PlaygroundUploads _uploads = new(new SnowflakeSource(new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero))));

    [Theory]
    [InlineData("scene.srt", "scene.srt")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\scripts\\a.vtt", "a.vtt")]
    [InlineData("folder/", "file")]
    public void Keeps_The_Bare_Name_When_A_File_Is_Given(string name, string kept) =>
        Assert.Equal(kept, _uploads.Keep(Site, name, "text/plain", new byte[1]).Name);

    [Fact]
    public void Forgets_The_Oldest_When_There_Are_Too_Many()
    {
        var kept = Enumerable.Range(0, PlaygroundUploads.MostFiles + 1).Select(at => _uploads.Keep(Site, $"{at}", "text/plain", new byte[1])).ToList();

        Assert.Null(_uploads.Find(kept[0].Url));
        Assert.All(kept.Skip(1), upload => Assert.Same(upload, _uploads.Find(upload.Url)));
    }

    [Fact]
    public void Refuses_A_File_When_It_Is_Too_Large() => Assert.Throws<ArgumentOutOfRangeException>(
        () => _uploads.Keep(Site, "large", "text/plain", new byte[PlaygroundUploads.LargestFile + 1]));
}
