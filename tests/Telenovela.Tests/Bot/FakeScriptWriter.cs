using Telenovela.Story.Writing;

namespace Telenovela.Tests.Bot;

/// <summary>Writes without a model: what it was asked, as text.</summary>
internal sealed class FakeScriptWriter : IScriptWriter
{
    public List<WritingRequest> Requests { get; } = [];

    public Func<WritingRequest, CancellationToken, string> Text { get; set; } = (request, _) => $"MARISOL: seed {request.Seed}!";

    public IReadOnlyList<WritableTelenovela> Telenovelas { get; init; } =
    [
        new("high_tide", "High Tide", "en", "tide-1"),
        new("la_sal", "La sal y el azahar", "es", "sal-1") { Cast = ["SILVANO"] },
    ];

    public WrittenText Write(WritingRequest request, CancellationToken cancellationToken)
    {
        lock (Requests)
        {
            Requests.Add(request);
        }

        var telenovela = request.Telenovela is null
            ? Telenovelas.First(candidate => candidate.Language == (request.Language ?? "en"))
            : Telenovelas.FirstOrDefault(candidate => candidate.Id == request.Telenovela)
              ?? throw new UnknownTelenovelaException(request.Telenovela, Telenovelas);
        return new WrittenText(Text(request, cancellationToken), telenovela, request.Seed, TimeSpan.FromMilliseconds(5));
    }
}
