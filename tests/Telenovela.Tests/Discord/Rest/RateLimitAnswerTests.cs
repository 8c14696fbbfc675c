using System.Net;
using Microsoft.Extensions.Time.Testing;
using Telenovela.Discord.Rest;

namespace Telenovela.Tests.Discord.Rest;

public sealed class RateLimitAnswerTests
{
    private static readonly FakeTimeProvider Clock = new(new DateTimeOffset(2026, 8, 1, 12, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("""{"retry_after":0.0501,"global":false}""", "9", null, 0.051, false)]
    [InlineData("""{"retry_after":5,"global":true}""", null, null, 5, true)]
    [InlineData("""{"retry_after":5}""", null, "true", 5, true)]
    [InlineData("""{"retry_after":-3}""", null, null, 0.001, false)]
    [InlineData("""{"retry_after":1e300}""", null, null, 86_400_000, false)]
    [InlineData("""{"retry_after":"5"}""", "9", null, 9, false)]
    [InlineData("""{"message":"no hint"}""", null, null, 1, false)]
    [InlineData("[]", "9", null, 9, true)]
    [InlineData("", "Sat, 01 Aug 2026 12:01:30 GMT", null, 90, false)]
    [InlineData("", "20", "true", 20, true)]
    [InlineData("error code: 1015", "20", null, 20, true)]
    [InlineData("<html>", null, null, 1, true)]
    public async Task Tells_How_Long_And_For_Whom(string body, string? retryAfter, string? global, double seconds, bool isGlobal)
    {
        using var response = new HttpResponseMessage(HttpStatusCode.TooManyRequests) { Content = new StringContent(body) };
        foreach (var (name, value) in new[] { ("Retry-After", retryAfter), ("X-RateLimit-Global", global) })
        {
            if (value is not null)
            {
                response.Headers.Add(name, value);
            }
        }

        var answer = await RateLimitAnswer.ReadAsync(response, Clock, TestContext.Current.CancellationToken);

        Assert.Equal(new RateLimitAnswer(TimeSpan.FromMilliseconds(Math.Round(seconds * 1000)), isGlobal), answer);
    }
}
