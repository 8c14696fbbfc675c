using System.Net;
using Telenovela.Bot.Commands.ContributeScript;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Discord.Attachments;

namespace Telenovela.Tests.Discord.Attachments;

public sealed class DiscordAttachmentClientTests
{
    private const int Most = 100_000;

    [Theory]
    [InlineData("http://cdn.discordapp.com/attachments/1/2/a.srt")]
    [InlineData("https://cdn.discordapp.com:8443/attachments/1/2/a.srt")]
    [InlineData("https://me@cdn.discordapp.com/attachments/1/2/a.srt")]
    [InlineData("https://cdn.discordapp.com.evil.example/a.srt")]
    [InlineData("https://evil.example/cdn.discordapp.com/a.srt")]
    [InlineData("https://127.0.0.1/a.srt")]
    [InlineData("https://[::1]/a.srt")]
    [InlineData("file:///etc/passwd")]
    public async Task Asks_Nobody_When_The_Address_Is_Not_Discords(string address)
    {
        var server = new FakeServer(_ => Text("never"));

        var refused = await Assert.ThrowsAsync<AttachmentException>(() => FetchAsync(server, address));

        Assert.Equal(AttachmentProblem.WrongAddress, refused.Problem);
        Assert.Equal(0, server.Requests);
    }

    [Theory]
    [InlineData("https://cdn.discordapp.com/attachments/1/2/a.srt?ex=1&hm=2")]
    [InlineData("https://media.discordapp.net/attachments/1/2/a.srt")]
    public async Task Fetches_The_Bytes_When_Discord_Has_Them(string address) =>
        Assert.Equal("ROSA: Hello."u8.ToArray(), await FetchAsync(new FakeServer(_ => Text("ROSA: Hello.")), address));

    [Fact]
    public async Task Follows_Nobody_When_Discord_Sends_It_Elsewhere()
    {
        var server = new FakeServer(_ => new HttpResponseMessage(HttpStatusCode.Redirect) { Headers = { Location = new Uri("https://evil.example/") } });

        var refused = await Assert.ThrowsAsync<AttachmentException>(() => FetchAsync(server));

        Assert.Equal((AttachmentProblem.WrongAddress, 1), (refused.Problem, server.Requests));
    }

    [Fact]
    public async Task Reads_No_Byte_When_The_Announced_Length_Is_Too_Much()
    {
        var body = new EndlessStream();

        var refused = await Assert.ThrowsAsync<AttachmentException>(() => FetchAsync(new FakeServer(_ =>
        {
            var response = new HttpResponseMessage { Content = new StreamContent(body) };
            response.Content.Headers.ContentLength = Most + 1;
            return response;
        })));

        Assert.Equal((AttachmentProblem.TooLarge, 0), (refused.Problem, body.Given));
    }

    [Fact]
    public async Task Stops_Reading_When_No_Length_Was_Announced_And_It_Never_Ends()
    {
        var body = new EndlessStream();

        var refused = await Assert.ThrowsAsync<AttachmentException>(() => FetchAsync(new FakeServer(_ => new HttpResponseMessage { Content = new StreamContent(body) })));

        Assert.Equal(AttachmentProblem.TooLarge, refused.Problem);
        Assert.InRange(body.Given, Most, 2 * Most);
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.InternalServerError)]
    public async Task Says_So_When_The_File_Is_Gone(HttpStatusCode status)
    {
        var refused = await Assert.ThrowsAsync<AttachmentException>(() => FetchAsync(new FakeServer(_ => new HttpResponseMessage(status))));

        Assert.Equal(AttachmentProblem.Unreachable, refused.Problem);
        Assert.DoesNotContain("hm=", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_The_Address_To_Itself_When_The_Way_Is_Broken()
    {
        var refused = await Assert.ThrowsAsync<AttachmentException>(() => FetchAsync(new FakeServer(_ => throw new HttpRequestException("No route"))));

        Assert.Equal(AttachmentProblem.Unreachable, refused.Problem);
        Assert.DoesNotContain("hm=", refused.ToString(), StringComparison.Ordinal);
    }

    private static async Task<byte[]> FetchAsync(FakeServer server, string address = "https://cdn.discordapp.com/attachments/1/2/a.srt?ex=1&is=2&hm=3")
    {
        using var http = new HttpClient(server);
        return await new DiscordAttachmentClient(http).FetchAsync(new AttachmentData(2, "a.srt", new Uri(address), 12, null), Most, TestContext.Current.CancellationToken);
    }

    private static HttpResponseMessage Text(string text) => new() { Content = new StringContent(text) };

    private sealed class FakeServer(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
    {
        public int Requests { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests++;
            return Task.FromResult(answer(request));
        }
    }

    private sealed class EndlessStream : Stream
    {
        public int Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Given += count;
            return count;
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
