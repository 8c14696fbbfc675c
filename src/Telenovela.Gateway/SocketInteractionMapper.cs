using System.Globalization;
using Discord;
using Discord.WebSocket;
using Telenovela.Bot.Interactions.Requests;
using InteractionType = Telenovela.Bot.Interactions.Requests.InteractionType;

namespace Telenovela.Gateway;

/// <summary>Turns Discord.Net's interactions into ours.</summary>
internal static class SocketInteractionMapper
{
    /// <summary>Maps one; null where it is of a kind that the library or the bot doesn't know.</summary>
    public static Interaction? Map(SocketInteraction? received) => received switch
    {
        SocketSlashCommand command => Base(command, InteractionType.Command) with { Command = Map(command.Data) },
        SocketAutocompleteInteraction typing => Base(typing, InteractionType.Autocomplete) with { Command = Map(typing.Data) },
        SocketMessageComponent component => Base(component, InteractionType.Component) with { Component = Map(component) },
        SocketModal modal => Base(modal, InteractionType.ModalSubmit) with { Modal = Map(modal.Data) },
        _ => null,
    };

    private static Interaction Base(SocketInteraction received, InteractionType type) => new()
    {
        Id = received.Id,
        ApplicationId = received.ApplicationId,
        Type = type,
        Token = received.Token,
        User = new InteractionUser(received.User.Id, NameOf(received.User)),
        Locale = received.UserLocale ?? "en-US",
        GuildId = received.GuildId,
        ChannelId = received.ChannelId,

        // The interaction's own Permissions are the application's, not the member's.
        MemberPermissions = (received.User as SocketGuildUser)?.GuildPermissions.RawValue,
        MemberRoles = [.. (received.User as SocketGuildUser)?.Roles.Select(role => role.Id) ?? []],
    };

    private static string NameOf(SocketUser user) => (user as SocketGuildUser)?.Nickname ?? user.GlobalName ?? user.Username;

    private static CommandData Map(SocketSlashCommandData data)
    {
        var path = data.Name;
        IReadOnlyCollection<SocketSlashCommandDataOption> options = data.Options;
        while (options.Count == 1 && options.First() is { Type: ApplicationCommandOptionType.SubCommand or ApplicationCommandOptionType.SubCommandGroup } sub)
        {
            path = $"{path} {sub.Name}";
            options = sub.Options;
        }

        var attachments = options.Select(option => option.Value).OfType<IAttachment>().ToDictionary(attachment => attachment.Id, Map);
        return new CommandData(data.Id, path, [.. options.Select(option => new CommandOptionValue(option.Name, ValueOf(option.Value)))])
        {
            Attachments = attachments,
        };
    }

    /// <summary>Autocompletion arrives flattened: subcommands come first in the list, then the options.</summary>
    private static CommandData Map(SocketAutocompleteInteractionData data)
    {
        var subcommands = data.Options.Where(option => IsSubcommand(option.Type)).Select(option => option.Name);
        var options = data.Options.Where(option => !IsSubcommand(option.Type))
            .Select(option => new CommandOptionValue(option.Name, Convert.ToString(option.Value, CultureInfo.InvariantCulture) ?? "", option.Focused));
        return new CommandData(data.CommandId, string.Join(' ', subcommands.Prepend(data.CommandName)), [.. options]);
    }

    private static bool IsSubcommand(ApplicationCommandOptionType type) =>
        type is ApplicationCommandOptionType.SubCommand or ApplicationCommandOptionType.SubCommandGroup;

    private static ComponentData Map(SocketMessageComponent component) => new(
        component.Data.CustomId,
        [.. component.Data.Values ?? []],
        new CarryingMessage(
            component.Message.Id,
            component.Message.Content ?? "",
            [.. component.Message.Embeds.Select(embed => embed.Description ?? "")]));

    private static ModalData Map(SocketModalData data)
    {
        var fields = data.Components.ToDictionary(
            field => field.CustomId,
            field => (IReadOnlyList<string>)(field.Values is { Count: > 0 } values ? [.. values] : field.Value is { } text ? [text] : []));
        return new ModalData(data.CustomId, fields)
        {
#if MODAL_FILES
            Attachments = (data.Attachments ?? []).ToDictionary(attachment => attachment.Id, Map),
#endif
        };
    }

    private static AttachmentData Map(IAttachment attachment) =>
        new(attachment.Id, attachment.Filename, new Uri(attachment.Url), attachment.Size, attachment.ContentType);

    private static object? ValueOf(object? value) => value switch
    {
        IEntity<ulong> entity => entity.Id,
        int whole => (long)whole,
        _ => value,
    };
}
