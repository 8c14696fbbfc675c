namespace Telenovela.Tests.Recorded;

public sealed class SameRepliesTests
{
    [Fact]
    public async Task Gives_The_Same_Replies_In_The_Playground_As_At_The_Endpoint_When_The_Same_Interactions_Come()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var endpoint = await EndpointTransport.TranscribeAsync(cancellationToken);

        var playground = await PlaygroundTransport.TranscribeAsync(cancellationToken);

        Assert.Equal(RecordedInteractions.All.Count, endpoint.Count);
        Assert.Contains(endpoint.Values, transcript => transcript.Later.Count == 2);
        foreach (var (name, expected) in endpoint)
        {
            Assert.True(expected.First == playground[name].First, name);
            Assert.Equal(expected.Later, playground[name].Later);
        }
    }
}
