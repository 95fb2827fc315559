namespace Bot.Load;

/// <summary>A platform with members, one of whom can be greedy.</summary>
internal interface IMembersLoad : IPlatformLoad
{
    /// <summary>A request of the greedy member, with the most expensive command.</summary>
    /// <param name="host">The host's address.</param>
    /// <param name="number">The unique number of the request.</param>
    HttpRequestMessage Greedy(Uri host, int number);

    /// <summary>Whether a request has its answer: in the response for <see cref="IPlatformLoad.Take"/>, or later.</summary>
    bool IsAnswered(int number);
}
