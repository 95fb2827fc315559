namespace Bot.Chat;

/// <summary>A member as the platform knows them. The id is opaque and unique within its platform and space.</summary>
/// <param name="Id">The platform's id; never logged.</param>
/// <param name="IsTeacher"> Whether the member is a teacher in the channel. An adapter only needs to find this out for teachers' commands.
/// </param>
public readonly record struct ChatUser(string Id, bool IsTeacher = false);
