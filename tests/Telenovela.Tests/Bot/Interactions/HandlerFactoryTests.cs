using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;

namespace Telenovela.Tests.Bot.Interactions;

public sealed class HandlerFactoryTests
{
    [Fact]
    public async Task Says_That_It_Is_Unknown_When_An_Interaction_Carries_The_Id_Of_Another_Kind()
    {
        await using var bot = await BotUnderTest.StartWithStoreAsync();
        var unknown = Assert.IsType<MessageReply>(await bot.SendAsync(bot.Command("telenovela sing"))).Content;

        foreach (var handler in bot.Get<IEnumerable<IInteractionHandler>>())
        {
            var id = $"{handler.Name}:1";
            Interaction[] others = [bot.Command(handler.Name), bot.Submit(id), bot.Press(id, new CarryingMessage(1, "", []))];
            foreach (var other in others.Where(other => other.Type != handler.Kind))
            {
                var reply = Assert.IsType<MessageReply>(await bot.SendAsync(other));
                Assert.True(unknown == reply.Content, $"{other}: {reply.Content}");
            }
        }
    }

    [Fact]
    public async Task Finds_Every_Handler_When_It_Is_Asked_For_Its_Kind_And_Name()
    {
        await using var bot = await BotUnderTest.StartWithStoreAsync();
        var factory = bot.Get<HandlerFactory>();

        Assert.All(bot.Get<IEnumerable<IInteractionHandler>>(), handler => Assert.Same(handler, factory.Find(handler.Kind switch
        {
            InteractionType.Command => bot.Command(handler.Name),
            InteractionType.ModalSubmit => bot.Submit(handler.Name),
            _ => bot.Press(handler.Name, new CarryingMessage(1, "", [])),
        })));
    }
}
