using Telenovela.Bot.Interactions.Requests;

namespace Telenovela.Discord.Wire;

/// <summary>Reads <c>data.resolved.attachments</c>, which command options and a modal's upload fields point into.</summary>
internal static class AttachmentReader
{
    /// <summary>The attachments by their snowflake; none where nothing was resolved.</summary>
    public static IReadOnlyDictionary<ulong, AttachmentData> Read(JsonPlace data)
    {
        var files = new Dictionary<ulong, AttachmentData>();
        foreach (var file in data.Optional("resolved")?.Optional("attachments")?.Members() ?? [])
        {
            var id = file.Required("id").Snowflake();
            files[id] = new AttachmentData(
                id,
                file.Required("filename").Filled(),
                Address(file.Required("url")),
                file.Required("size").WholeNumber() is var size and >= 0 ? size : throw new WireFormatException($"{file.Where}.size", "is negative"),
                file.Optional("content_type")?.Text());
        }

        return files;
    }

    private static Uri Address(JsonPlace url) =>
        Uri.TryCreate(url.Text(), UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            ? address
            : throw new WireFormatException(url.Where, "must be a web address");
}
