namespace Bot.Load;

/// <summary>A platform with members, of whom one may want more than the others.</summary>
internal interface IMembersLoad : IPlatformLoad
{
    /// <summary>A request of one member, always the same one, for as much work as a command can make.</summary>
    /// <param name="host">Where the host listens.</param>
    /// <param name="number">Which request; no other has the same number.</param>
    HttpRequestMessage Greedy(Uri host, int number);

    /// <summary>Whether a request has its answer: with the response that <see cref="IPlatformLoad.Take"/> was given, or later.</summary>
    bool IsAnswered(int number);
}
